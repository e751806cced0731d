package app.tomoni.decision.ui;

import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** This module's sentences in the reader's language. */
record Words(Translations translations, Locale locale) {

    String say(String key, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }

    String say(Refusal refusal) {
        return translations.of(refusal, locale);
    }

    String yen(@Nullable Yen amount) {
        return amount == null ? "" : say("decision.yen", amount.amount());
    }

    /** Two things side by side, such as the number and the title of a proposal. */
    String named(String number, String title) {
        return say("decision.named", number, title);
    }

    String day(LocalDate day) {
        return JapaneseDates.full(day, locale);
    }

    String at(Instant instant) {
        return JapaneseDates.full(instant, locale);
    }

    String brief(Instant instant) {
        return JapaneseDates.brief(instant, locale);
    }
}
