package app.tomoni.organisation.ui;

import app.tomoni.account.Office;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.ProfileField;
import app.tomoni.organisation.ProfileFinding;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.CodeNote;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences of the screens about groups, in one reader's language. */
record Words(Translations translations, Locale locale) {

    String say(String key, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }

    String refusal(Refusal refusal) {
        return translations.of(refusal, locale);
    }

    /** A code to be handed over. */
    CodeNote code(String said, String code) {
        return new CodeNote(said, code, say("organisation.invite.code.hand"));
    }

    String label(ProfileField field) {
        return say(field.labelKey());
    }

    String finding(ProfileFinding finding) {
        var arguments = new ArrayList<Object>();
        arguments.add(label(finding.field()));
        arguments.addAll(finding.arguments());
        return say(finding.messageKey(), arguments.toArray());
    }

    String office(Office office) {
        return say("organisation.office." + office.key());
    }

    String day(LocalDate day) {
        return JapaneseDates.full(day, locale);
    }

    String at(Instant at) {
        return JapaneseDates.full(at, locale);
    }

    /** The answer as people read it. */
    String answer(Organisation organisation, ProfileField field) {
        var written = organisation.written(field);
        if (written.isBlank()) {
            return say("organisation.blank");
        }
        return switch (field.kind()) {
            case CHOICE, CHOICES ->
                organisation.chosen(field).stream()
                        .filter(field.choices()::contains)
                        .map(choice -> say(field.choiceKey(choice)))
                        .collect(Collectors.joining(say("shared.list.separator")));
            case DATE ->
                field == ProfileField.FOUNDED_ON
                        ? organisation.foundedOn().map(this::day).orElse(written)
                        : written;
            case NUMBER ->
                organisation
                        .number(field)
                        .map(number -> NumberFormat.getIntegerInstance(locale).format(number))
                        .orElse(written);
            default -> written;
        };
    }
}
