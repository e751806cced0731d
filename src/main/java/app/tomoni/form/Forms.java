package app.tomoni.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The forms that can be filled in. */
@Component
public class Forms {

    private record Edition(String id, String release) {}

    private static final int MOST_KEPT = 500;

    private final ObjectProvider<FormSource> source;
    private final Map<Edition, FormDefinition> read = new ConcurrentHashMap<>();

    Forms(ObjectProvider<FormSource> source) {
        this.source = source;
    }

    /**
     * The form of that name in a release, or as it comes with the application where no release is named or the release
     * does not bring one.
     *
     * @throws IllegalArgumentException when there is no such form
     */
    public FormDefinition of(String id, @Nullable String release) {
        return find(id, release).orElseThrow(() -> new IllegalArgumentException("no form " + id));
    }

    public Optional<FormDefinition> find(String id, @Nullable String release) {
        var edition = new Edition(id, release == null ? "" : release);
        var known = read.get(edition);
        if (known != null) {
            return Optional.of(known);
        }
        var bytes = release == null ? Optional.<byte[]>empty() : released(id, release);
        var definition = bytes.or(() -> shipped(id)).map(FormDefinition::parse);
        definition.ifPresent(form -> {
            if (read.size() >= MOST_KEPT) {
                read.clear(); // a release never changes: what is dropped is only read again
            }
            read.put(edition, form);
        });
        return definition;
    }

    private Optional<byte[]> released(String id, String release) {
        var place = source.getIfAvailable();
        return place == null ? Optional.empty() : place.form(id, release);
    }

    private static Optional<byte[]> shipped(String id) {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]{0,99}")) {
            return Optional.empty();
        }
        var resource = new ClassPathResource("forms/" + id + ".form");
        if (!resource.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
