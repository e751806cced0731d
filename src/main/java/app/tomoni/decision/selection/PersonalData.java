package app.tomoni.decision.selection;

import app.tomoni.shared.JapaneseText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks through a text for what would tell who somebody is or how to reach them. */
public final class PersonalData {

    /** What was found. */
    public enum Kind {
        NAME,
        MAIL,
        PHONE,
        ADDRESS
    }

    /** A place to look at before it is published. */
    public record Find(Kind kind, String text) {}

    private static final String DASH = "[-\\u2010-\\u2015\\u2212\\u2500ー]";
    private static final String GAP = "\\s?(?:" + DASH + "|[()])?\\s?";
    private static final String NO_DATE_TIME_OR_AMOUNT = "(?<!\\d|\\d,|\\d\\d[/.:]|\\d\\d" + DASH + ")";

    private static final Pattern MAIL = Pattern.compile("[\\p{Alnum}._%+-]+@[\\p{Alnum}.-]+\\.\\p{Alpha}{2,}");
    private static final Pattern PHONE =
            Pattern.compile(NO_DATE_TIME_OR_AMOUNT + "0\\d{1,4}" + GAP + "\\d{1,4}" + GAP + "\\d{3,4}(?!\\d)");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{IsHan}\\p{IsKatakana}ヶケ々]{1,12}[\\p{N}一二三四五六七八九十]+(丁目|番地|番|" + DASH + "\\p{N}+" + DASH
                    + "?\\p{N}*号?)");

    private final List<Pattern> names;

    /** @param names of the people who must not appear */
    PersonalData(Collection<String> names) {
        this.names = names.stream()
                .map(name -> JapaneseText.folded(name).replaceAll("\\s", ""))
                .filter(name -> name.length() > 1)
                .distinct()
                .map(PersonalData::spaced)
                .toList();
    }

    /** Finds the name wherever spaces stand in it. */
    private static Pattern spaced(String name) {
        return Pattern.compile(
                name.codePoints()
                        .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                        .collect(Collectors.joining("\\h*")),
                Pattern.CASE_INSENSITIVE);
    }

    /** What was found, with the width of its letters folded. */
    public List<Find> in(String text) {
        var folded = JapaneseText.folded(text);
        var found = new ArrayList<Find>();
        names.forEach(name -> found(name, Kind.NAME, folded, found));
        found(MAIL, Kind.MAIL, folded, found);
        found(PHONE, Kind.PHONE, folded, found);
        found(ADDRESS, Kind.ADDRESS, folded, found);
        return found.stream().distinct().toList();
    }

    private static void found(Pattern pattern, Kind kind, String text, List<Find> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Find(kind, matcher.group()));
        }
    }
}
