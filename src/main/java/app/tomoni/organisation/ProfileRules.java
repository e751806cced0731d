package app.tomoni.organisation;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.JapaneseText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which answers can be right: one rule for each kind of field. */
final class ProfileRules {

    private static final Pattern KANA = Pattern.compile("[ァ-ヺー・\\s()&.,'0-9A-Za-z-]+");
    private static final Pattern POSTAL_CODE = Pattern.compile("(\\d{3})-?(\\d{4})");
    private static final Pattern PHONE = Pattern.compile("0\\d{9,10}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final long MOST_PEOPLE = 100_000_000;

    private ProfileRules() {}

    /** @param typed not blank */
    static Optional<ProfileFinding> check(ProfileField field, String typed, LocalDate today) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> length(field, typed);
            case KANA ->
                KANA.matcher(JapaneseText.sortKey(typed)).matches()
                        ? length(field, typed)
                        : found(field, "organisation.finding.kana");
            case CHOICE ->
                field.choices().contains(typed) ? Optional.empty() : found(field, "organisation.finding.choice");
            case CHOICES -> choices(field, typed);
            case DATE -> date(field, typed, today);
            case NUMBER -> number(field, typed);
            case POSTAL_CODE ->
                POSTAL_CODE.matcher(code(typed)).matches()
                        ? Optional.empty()
                        : found(field, "organisation.finding.postalCode");
            case PHONE ->
                PHONE.matcher(code(typed).replaceAll("[()-]", "")).matches()
                        ? Optional.empty()
                        : found(field, "organisation.finding.phone");
            case EMAIL ->
                EMAIL.matcher(JapaneseText.folded(typed)).matches()
                        ? length(field, typed)
                        : found(field, "organisation.finding.email");
            case CORPORATE_NUMBER -> corporateNumber(field, typed);
        };
    }

    private static Optional<ProfileFinding> length(ProfileField field, String typed) {
        var count = Graphemes.count(typed);
        return count <= field.most()
                ? Optional.empty()
                : Optional.of(new ProfileFinding(field, "organisation.finding.long", field.most(), count));
    }

    private static Optional<ProfileFinding> choices(ProfileField field, String typed) {
        var chosen = chosen(typed);
        if (!field.choices().containsAll(chosen)) {
            return found(field, "organisation.finding.choice");
        }
        return chosen.size() <= field.most()
                ? Optional.empty()
                : Optional.of(new ProfileFinding(field, "organisation.finding.choices", field.most(), chosen.size()));
    }

    static List<String> chosen(String typed) {
        return Arrays.stream(typed.split(",", -1))
                .filter(choice -> !choice.isBlank())
                .toList();
    }

    private static Optional<ProfileFinding> date(ProfileField field, String typed, LocalDate today) {
        var day = JapaneseDates.kept(typed);
        if (day.isEmpty()) {
            return found(field, "organisation.finding.date");
        }
        return day.get().isAfter(today) ? found(field, "organisation.finding.future") : Optional.empty();
    }

    private static Optional<ProfileFinding> number(ProfileField field, String typed) {
        return number(typed).isPresent() ? Optional.empty() : found(field, "organisation.finding.number");
    }

    static Optional<Long> number(String typed) {
        var digits = JapaneseText.digits(typed).replaceAll("[人名]$", "");
        if (!digits.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        var number = Long.parseLong(digits);
        return number > MOST_PEOPLE * 1000 ? Optional.empty() : Optional.of(number);
    }

    /** Thirteen digits, the first of which checks the other twelve (法人番号, order of the Ministry of Finance). */
    private static Optional<ProfileFinding> corporateNumber(ProfileField field, String typed) {
        var digits = JapaneseText.digits(typed).replace("-", "");
        if (!digits.matches("\\d{13}")) {
            return Optional.of(
                    new ProfileFinding(field, "organisation.finding.corporateNumber.length", digits.length()));
        }
        var sum = 0;
        for (var place = 1; place <= 12; place++) {
            sum += Character.digit(digits.charAt(13 - place), 10) * (place % 2 == 1 ? 1 : 2);
        }
        return Character.digit(digits.charAt(0), 10) == 9 - sum % 9
                ? Optional.empty()
                : found(field, "organisation.finding.corporateNumber.check");
    }

    /** The answer as it is printed: width folded where it is a number or a code, as typed where it is in sentences. */
    static String written(ProfileField field, String typed) {
        return switch (field.kind()) {
            case POSTAL_CODE -> POSTAL_CODE.matcher(code(typed)).replaceFirst("$1-$2");
            case CORPORATE_NUMBER -> JapaneseText.digits(typed).replace("-", "");
            case PHONE, EMAIL -> code(typed);
            case NUMBER -> number(typed).map(String::valueOf).orElse(typed);
            case KANA -> JapaneseText.sortKey(typed);
            case TEXT -> JapaneseText.line(typed);
            default -> typed;
        };
    }

    private static String code(String typed) {
        return JapaneseText.digits(typed).replace('‐', '-').replace("〒", "");
    }

    private static Optional<ProfileFinding> found(ProfileField field, String key) {
        return Optional.of(new ProfileFinding(field, key));
    }
}
