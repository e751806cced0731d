package app.tomoni.decision.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern MAIL = Pattern.compile("[\\p{Alnum}._%+-]+[@＠][\\p{Alnum}.-]+\\.\\p{Alpha}{2,}");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\p{N}])[0０][\\p{N}]{1,4}[-－ー―‐(（\\s]?[\\p{N}]{1,4}[-－ー―‐)）\\s]?[\\p{N}]{3,4}(?![\\p{N}])");
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{IsHan}\\p{IsKatakana}ヶケ々]{1,12}[\\p{N}一二三四五六七八九十]+(丁目|番地|番|[-－ー‐][\\p{N}]+[-－ー‐]?[\\p{N}]*号?)");

    private final List<String> names;

    /** @param names of the people who must not appear */
    PersonalData(Collection<String> names) {
        this.names = names.stream()
                .flatMap(name -> List.of(name, name.replaceAll("[\\s　]", "")).stream())
                .map(String::strip)
                .filter(name -> name.length() > 1)
                .distinct()
                .toList();
    }

    public List<Find> in(String text) {
        var found = new ArrayList<Find>();
        names.stream().filter(text::contains).forEach(name -> found.add(new Find(Kind.NAME, name)));
        found(MAIL, Kind.MAIL, text, found);
        found(PHONE, Kind.PHONE, text, found);
        found(ADDRESS, Kind.ADDRESS, text, found);
        return found.stream().distinct().toList();
    }

    private static void found(Pattern pattern, Kind kind, String text, List<Find> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Find(kind, matcher.group()));
        }
    }
}
