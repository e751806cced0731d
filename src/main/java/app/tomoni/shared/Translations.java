package app.tomoni.shared;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence of the interface, from {@code vaadin-i18n/<module>_<language>.properties}.
 *
 * <p>One source for screens, pages, letters and mails. What is said in English falls back to Japanese; a key that is
 * missing altogether is a mistake and fails loudly.
 */
@Component("messageSource")
public class Translations extends AbstractMessageSource implements I18NProvider {

    private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private final Map<String, Map<String, String>> texts = new HashMap<>();

    public Translations() {
        for (var language : LANGUAGES) {
            texts.put(language.getLanguage(), load(language.getLanguage()));
        }
    }

    private static Map<String, String> load(String language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:vaadin-i18n/*_" + language + ".properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> {
                    if (all.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("The text " + key + " is given twice (" + file + ")");
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var text = find(key, locale);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return arguments.length == 0
                ? text.replace("''", "'")
                : new MessageFormat(text, locale).format(written(arguments, locale));
    }

    /** What is several is said one after another, in the way of the language. */
    private Object[] written(Object[] arguments, Locale locale) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof Collection<?> several
                        ? several.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(getTranslation("shared.list.separator", locale)))
                        : argument)
                .toArray();
    }

    /** The sentence of a refusal. */
    public String of(Refusal refusal, Locale locale) {
        return getTranslation(refusal.messageKey(), locale, refusal.arguments(locale));
    }

    public String of(FileSize size, Locale locale) {
        return getTranslation(size.key(), locale, size.amount());
    }

    /** All keys of a language, for the tests that look for gaps. */
    Map<String, String> texts(Locale locale) {
        return texts.getOrDefault(locale.getLanguage(), Map.of());
    }

    private @org.jspecify.annotations.Nullable String find(String key, Locale locale) {
        var text = texts(locale).get(key);
        return text == null ? texts(Locale.JAPANESE).get(key) : text;
    }

    @Override
    protected @org.jspecify.annotations.Nullable MessageFormat resolveCode(String code, Locale locale) {
        var text = find(code, locale);
        return text == null ? null : new MessageFormat(text, locale);
    }
}
