package app.tomoni.proposal.ui;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says a refusal in words, with its dates written as people write them. */
@Component
class Refusals {

    private final Translations texts;

    Refusals(Translations texts) {
        this.texts = texts;
    }

    Note note(Refusal refusal, Locale locale) {
        return new Note(Note.Kind.ERROR, words(refusal, locale));
    }

    String words(Refusal refusal, Locale locale) {
        var arguments = refusal.arguments().stream()
                .map(argument -> switch (argument) {
                    case Instant at -> JapaneseDates.brief(at, locale);
                    case LocalDate day -> JapaneseDates.brief(day, locale);
                    default -> argument;
                })
                .toArray();
        return texts.getTranslation(refusal.messageKey(), locale, arguments);
    }
}
