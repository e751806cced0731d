/** Reading and writing what people hand in: encodings, JSON and CSV with line and column, and the words for them. */
@NullMarked
package app.tomoni.scoring.text;

import org.jspecify.annotations.NullMarked;
