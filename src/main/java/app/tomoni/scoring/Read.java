package app.tomoni.scoring;

/** Something that was read from a text, and where in the text its parts stood. */
record Read<T>(T value, Positions positions) {}
