package app.tomoni.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9'-]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    /** Words that Japanese readers know in Latin letters: kinds of files, names of standards, keys of the keyboard. */
    private static final Set<String> KNOWN = Set.of(
            "NPO",
            "PDF",
            "CSV",
            "JSON",
            "Excel",
            "Word",
            "PowerPoint",
            "JPEG",
            "PNG",
            "SHA-256",
            "ID",
            "URL",
            "FAX",
            "SNS",
            "QR",
            "Enter",
            "Ctrl",
            "Esc",
            "Alt",
            "Shift",
            "docx",
            "xlsx",
            "pptx",
            "ZIP",
            "HTML",
            "SMTP",
            "MB",
            "UTF-8",
            "Shift_JIS",
            "PR",
            "HP",
            "BPMN",
            "DMN",
            "FEEL",
            "xlsm",
            "docm",
            "xls",
            "doc",
            "ppt",
            "OK",
            "iCalendar",
            "ics",
            "Tab",
            "Message-ID",
            "JPG",
            "XML",
            "jp",
            "br",
            "KB",
            "yyyy",
            "R8-");

    /** Findings in drawings and forms name what stands in the file, for the designer who mends it. */
    private static final Set<String> DESIGNERS = Set.of("form.definition.", "process.check.", "process.gate.");

    private final Translations translations = new Translations();

    @Test
    void everySentenceIsThereInJapaneseAndEnglish() {
        assertThat(translations.texts(Locale.JAPANESE).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        translations.texts(Locale.ENGLISH).keySet());
    }

    @Test
    void bothLanguagesFillInTheSameFacts() {
        translations.texts(Locale.JAPANESE).forEach((key, japanese) -> {
            var english = translations.texts(Locale.ENGLISH).getOrDefault(key, "");
            assertThat(placeholders(english)).as(key).isSubsetOf(placeholders(japanese));
        });
    }

    @Test
    void everySentenceCanBeFilledIn() {
        translations
                .texts(Locale.JAPANESE)
                .forEach((key, text) -> assertThat(new MessageFormat(text, Locale.JAPANESE))
                        .as(key)
                        .isNotNull());
        translations
                .texts(Locale.ENGLISH)
                .forEach((key, text) -> assertThat(new MessageFormat(text, Locale.ENGLISH))
                        .as(key)
                        .isNotNull());
    }

    @Test
    void theJapaneseInterfaceHasNoForeignWords() {
        var foreign = new TreeSet<String>();
        translations.texts(Locale.JAPANESE).forEach((key, text) -> {
            if (DESIGNERS.stream().noneMatch(key::startsWith)) {
                LATIN.matcher(text.replaceAll("\\{[^}]*}", " "))
                        .results()
                        .map(match -> match.group())
                        .filter(word -> !KNOWN.contains(word))
                        .forEach(word -> foreign.add(key + ": " + word));
            }
        });

        assertThat(foreign).isEmpty();
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
