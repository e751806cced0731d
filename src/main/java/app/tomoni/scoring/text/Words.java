package app.tomoni.scoring.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of this module, in Japanese and English. */
public final class Words {

    private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

    private final Map<String, String> texts;

    private Words(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Japanese for Japanese readers, English for everyone else. */
    public static Words in(Locale locale) {
        return LOADED.computeIfAbsent(locale.getLanguage().equals("ja") ? "ja" : "en", Words::load);
    }

    private static Words load(String language) {
        var name = "/app/tomoni/scoring/messages_" + language + ".properties";
        try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var texts = new HashMap<String, String>();
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            return new Words(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence with {@code {0}}, {@code {1}} … filled in. */
    public String say(String key, Object... arguments) {
        var named = new HashMap<String, Object>();
        for (int i = 0; i < arguments.length; i++) {
            named.put(Integer.toString(i), arguments[i]);
        }
        return fill(key, named);
    }

    /** The sentence with each {@code {name}} filled in. */
    public String fill(String key, Map<String, ?> arguments) {
        var text = text(key);
        var out = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            out.append(text, from, open).append(arguments.get(text.substring(open + 1, close)));
            from = close + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The words that people use for the same thing, in the order given, separated by spaces in the file. */
    public List<String> variants(String key) {
        return List.of(text(key).split(" "));
    }

    private String text(String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("no words for " + key, "messages", key);
        }
        return text;
    }
}
