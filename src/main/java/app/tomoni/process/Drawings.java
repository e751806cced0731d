package app.tomoni.process;

import app.tomoni.process.gate.Drawing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The drawings that cases run on, read once each: a released drawing never changes. */
@Component
class Drawings {

    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, Drawing> read = new ConcurrentHashMap<>();

    Drawings(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    Drawing of(String definition) {
        return read.computeIfAbsent(definition, this::load);
    }

    private Drawing load(String definition) {
        try (var model = repository.getObject().getProcessModel(definition)) {
            return Drawing.of(model.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Drawing.Place place(String definition, String element) {
        return of(definition)
                .place(element)
                .orElseThrow(() -> new IllegalStateException(element + " is not drawn in " + definition));
    }
}
