package app.tomoni.scoring;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name that the city gives, in Japanese and, where it likes, in English. */
public record Label(String ja, @Nullable String en) {

    public static Label of(String ja) {
        return new Label(ja, null);
    }

    public String in(Locale locale) {
        return en != null && !locale.getLanguage().equals("ja") ? en : ja;
    }
}
