package app.tomoni.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the record of a case: which case it is, and what drawings call what was done in it. */
@Component
@Transactional(readOnly = true)
public class CaseRecords {

    private final JdbcClient jdbc;
    private final Drawings drawings;
    private final List<CasePages> pages;

    CaseRecords(JdbcClient jdbc, Drawings drawings, List<CasePages> pages) {
        this.jdbc = jdbc;
        this.drawings = drawings;
        this.pages = pages;
    }

    /** What the case is called, and the way to its page; nothing of what has been deleted. */
    public Optional<CasePages.Known> known(CaseKey key, Locale locale) {
        return pages.stream()
                .flatMap(each -> each.of(key, locale).stream())
                .findFirst()
                .or(() -> file(key, "title").map(title -> new CasePages.Known(title, List.of())));
    }

    /** What drawings call the steps that events of this case name, by the steps' ids; what no drawing knows is left out. */
    public Map<String, String> steps(CaseKey key, List<CaseEvent> events, Locale locale) {
        var drawn = Stream.concat(
                        file(key, "definition").stream(),
                        events.stream().flatMap(event -> fact(event, "drawing").stream()))
                .distinct()
                .map(drawings::of)
                .toList();
        return events.stream()
                .flatMap(event -> Stream.of("task", "process").flatMap(name -> fact(event, name).stream()))
                .distinct()
                .flatMap(step -> drawn.stream()
                        .flatMap(drawing -> drawing.place(step).stream())
                        .limit(1)
                        .map(place -> Map.entry(step, place.name(locale))))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<String> fact(CaseEvent event, String name) {
        return Optional.ofNullable(event.facts().get(name)).map(Object::toString);
    }

    private Optional<String> file(CaseKey key, String column) {
        return jdbc.sql("SELECT " + column + " FROM case_file WHERE key = ?")
                .param(key.value())
                .query(String.class)
                .optional();
    }
}
