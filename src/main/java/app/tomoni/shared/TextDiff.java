package app.tomoni.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference between two texts, word by word.
 *
 * <p>Japanese has no spaces: a word is a run of characters of one kind (kanji, hiragana, katakana, letters, digits);
 * signs and line ends stand alone.
 */
public final class TextDiff {

    /** Beyond so many changed words the rest is told as replaced: nobody reads such a comparison word by word. */
    private static final int MOST_CHANGES = 3_000;

    /** What became of a piece of text. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of text with one fate. */
    public record Piece(Kind kind, String text) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Piece> pieces = new ArrayList<>();

    private TextDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The pieces in reading order; what was removed stands before what was added in its place. */
    public static List<Piece> between(String before, String after) {
        var diff = new TextDiff(words(before), words(after));
        diff.compare();
        return List.copyOf(diff.pieces);
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var start = 0;
        var kind = 0;
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            var here = kind(character, kind);
            if (i > start && (here != kind || here == SIGN)) {
                words.add(text.substring(start, i));
                start = i;
            }
            kind = here;
            i += Character.charCount(character);
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    private static final int SIGN = 1;
    private static final int SPACE = 2;
    private static final int DIGITS = 3;
    private static final int LETTERS = 4;

    private static int kind(int character, int before) {
        if (character == 'ー' || isMark(character)) {
            return before == 0 ? SIGN : before; // lengthens or changes what stands before it
        }
        if (Character.isDigit(character)) {
            return DIGITS;
        }
        if (Character.isWhitespace(character) && character != '\n') {
            return SPACE;
        }
        if (Character.isLetter(character)) {
            return switch (Character.UnicodeScript.of(character)) {
                case HAN -> 5;
                case HIRAGANA -> 6;
                case KATAKANA -> 7;
                default -> LETTERS;
            };
        }
        return SIGN;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private void compare() {
        var from = 0;
        var beforeEnd = before.size();
        var afterEnd = after.size();
        while (from < beforeEnd && from < afterEnd && before.get(from).equals(after.get(from))) {
            from++;
        }
        while (beforeEnd > from && afterEnd > from && before.get(beforeEnd - 1).equals(after.get(afterEnd - 1))) {
            beforeEnd--;
            afterEnd--;
        }
        add(Kind.SAME, before.subList(0, from));
        shortestEdit(before.subList(from, beforeEnd), after.subList(from, afterEnd));
        add(Kind.SAME, before.subList(beforeEnd, before.size()));
    }

    /** Myers' greedy algorithm: the fewest words removed and added. */
    private void shortestEdit(List<String> one, List<String> other) {
        var most = Math.min(one.size() + other.size(), MOST_CHANGES);
        var reached = new int[2 * most + 3];
        var middle = most + 1;
        var trace = new ArrayList<int[]>();
        for (var changes = 0; changes <= most; changes++) {
            trace.add(java.util.Arrays.copyOfRange(reached, middle - changes - 1, middle + changes + 2));
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2) {
                var down = diagonal == -changes
                        || (diagonal != changes && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
                var x = down ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < one.size() && y < other.size() && one.get(x).equals(other.get(y))) {
                    x++;
                    y++;
                }
                reached[middle + diagonal] = x;
                if (x >= one.size() && y >= other.size()) {
                    walkBack(one, other, trace, changes);
                    return;
                }
            }
        }
        add(Kind.REMOVED, one);
        add(Kind.ADDED, other);
    }

    private void walkBack(List<String> one, List<String> other, List<int[]> trace, int changes) {
        record Step(Kind kind, String word) {}
        var steps = new ArrayList<Step>();
        var x = one.size();
        var y = other.size();
        for (var change = changes; change > 0; change--) {
            var reached = trace.get(change);
            var middle = change + 1;
            var diagonal = x - y;
            var down = diagonal == -change
                    || (diagonal != change && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
            var previous = down ? diagonal + 1 : diagonal - 1;
            var fromX = reached[middle + previous];
            var fromY = fromX - previous;
            while (x > fromX && y > fromY && x > 0 && y > 0 && (down ? y > fromY + 1 : x > fromX + 1)) {
                x--;
                y--;
                steps.add(new Step(Kind.SAME, one.get(x)));
            }
            if (down) {
                y--;
                steps.add(new Step(Kind.ADDED, other.get(y)));
            } else {
                x--;
                steps.add(new Step(Kind.REMOVED, one.get(x)));
            }
        }
        while (x > 0) {
            x--;
            steps.add(new Step(Kind.SAME, one.get(x)));
        }
        for (var i = steps.size() - 1; i >= 0; i--) {
            add(steps.get(i).kind(), List.of(steps.get(i).word()));
        }
        removedFirst();
    }

    private void add(Kind kind, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        var text = String.join("", words);
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            text = pieces.removeLast().text() + text;
        }
        pieces.add(new Piece(kind, text));
    }

    /** Gathers each stretch of changes into one removed and one added piece. */
    private void removedFirst() {
        var gathered = new ArrayList<Piece>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (var piece : pieces) {
            switch (piece.kind()) {
                case REMOVED -> removed.append(piece.text());
                case ADDED -> added.append(piece.text());
                case SAME -> {
                    flush(gathered, removed, added);
                    gathered.add(piece);
                }
            }
        }
        flush(gathered, removed, added);
        pieces.clear();
        pieces.addAll(gathered);
    }

    private static void flush(List<Piece> gathered, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty()) {
            gathered.add(new Piece(Kind.REMOVED, removed.toString()));
            removed.setLength(0);
        }
        if (!added.isEmpty()) {
            gathered.add(new Piece(Kind.ADDED, added.toString()));
            added.setLength(0);
        }
    }
}
