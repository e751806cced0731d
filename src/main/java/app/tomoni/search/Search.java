package app.tomoni.search;

import app.tomoni.account.Finder;
import app.tomoni.account.Finder.Found;
import app.tomoni.account.Finder.Kind;
import app.tomoni.account.PersonId;
import app.tomoni.shared.SearchWords;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every module for what its reader may open; knows no rule of its own about who may open what. */
@Component
@Transactional(readOnly = true)
class Search {

    /** How many of each kind are shown. */
    static final int MOST = 20;

    /** What is shown of one kind, and how many more this reader would find with the same words. */
    record Answer(List<Found> shown, int more) {

        int all() {
            return shown.size() + more;
        }
    }

    private final List<Finder> finders;

    Search(ObjectProvider<Finder> finders) {
        this.finders = finders.orderedStream().toList();
    }

    /** What the reader can look for. */
    Set<Kind> kinds(PersonId reader) {
        var kinds = new TreeSet<Kind>();
        finders.stream().filter(finder -> finder.isFor(reader)).forEach(finder -> kinds.add(finder.kind()));
        return kinds;
    }

    /** What is found, by kind; a kind of which nothing is found is not named. */
    Map<Kind, Answer> find(PersonId reader, SearchWords words, Locale locale) {
        var found = new EnumMap<Kind, Map<UUID, Found>>(Kind.class);
        if (!words.isEmpty()) {
            for (var finder : finders) {
                // Whoever may open it in two ways finds it once, on the page that comes first
                finder.find(reader, words, locale)
                        .forEach(one -> found.computeIfAbsent(finder.kind(), kind -> new LinkedHashMap<>())
                                .putIfAbsent(one.id(), one));
            }
        }
        var answers = new EnumMap<Kind, Answer>(Kind.class);
        found.forEach((kind, all) -> answers.put(
                kind, new Answer(all.values().stream().limit(MOST).toList(), Math.max(all.size() - MOST, 0))));
        return answers;
    }
}
