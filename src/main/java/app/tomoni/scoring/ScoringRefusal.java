package app.tomoni.scoring;

import app.tomoni.scoring.text.Words;
import java.util.List;
import java.util.Locale;

/** Says why a rule or its inputs cannot be computed; nothing is printed as a result. */
public final class ScoringRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which of the inputs is to blame. */
    public enum Source {
        RULE,
        SHEETS,
        PROPOSALS,
        OUTCOMES,
        TRACE
    }

    private final Source source;
    private final String at;
    private final String key;
    private final transient List<Object> arguments;
    private final int line;
    private final int column;

    /** @param at the place within the source, from the whole to the part, as {@code /thresholds/0/points} */
    ScoringRefusal(Source source, String at, String key, Object... arguments) {
        this(source, at, 0, 0, key, List.of(arguments));
    }

    ScoringRefusal(Source source, String at, int line, int column, String key, List<Object> arguments) {
        super(source + at + ": " + key + " " + arguments);
        this.source = source;
        this.at = at;
        this.line = line;
        this.column = column;
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    /** The same refusal, with the place in the text it came from, unless that is known already. */
    ScoringRefusal located(Positions positions) {
        var found = positions.of(at);
        return line > 0 ? this : new ScoringRefusal(source, at, found.line(), found.column(), key, arguments);
    }

    /** The same refusal of an input that stands in a greater one, at this place. */
    ScoringRefusal within(Source whole, String place) {
        return new ScoringRefusal(whole, place + at, line, column, key, arguments);
    }

    /** From 1; 0 when the input did not come as text. */
    public int line() {
        return line;
    }

    /** From 1; 0 when the input did not come as text. */
    public int column() {
        return column;
    }

    public Source source() {
        return source;
    }

    /** The place within the source: a path into the JSON, or proposal, reviewer and criterion. */
    public String at() {
        return at;
    }

    public String key() {
        return key;
    }

    /** The reason in words, in the reader's language. */
    public String message(Locale locale) {
        return Words.in(locale).say("refusal." + key, arguments.toArray());
    }
}
