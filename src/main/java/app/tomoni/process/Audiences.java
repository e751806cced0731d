package app.tomoni.process;

import app.tomoni.account.Holding;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom a task is offered, as one indexable word: {@code REVIEWER:<call>@<person>}; and which words are a person's today. */
@Component
class Audiences {

    /** Offices whose holder may also do the other's tasks. */
    private static final Map<Office, Set<Office>> INCLUDED =
            Map.of(Office.GROUP_REPRESENTATIVE, Set.of(Office.GROUP_EDITOR), Office.ACTING_CHAIR, Set.of(Office.CHAIR));

    private final Offices offices;

    Audiences(Offices offices) {
        this.offices = offices;
    }

    /** The words a person answers to, each with those whose office it is: themselves first, then whom they stand in for. */
    Map<String, Set<PersonId>> of(PersonId person) {
        var words = new LinkedHashMap<String, Set<PersonId>>();
        var holdings = new ArrayList<>(offices.heldBy(person));
        holdings.sort(Comparator.comparing(holding -> holding.actingFor() != null));
        for (var holding : holdings) {
            var principal = holding.actingFor() == null ? person : holding.actingFor();
            offices(holding).forEach(office -> {
                for (var asked : Arrays.asList(null, principal)) {
                    words.computeIfAbsent(word(office, holding.scope(), asked), word -> new LinkedHashSet<>())
                            .add(principal);
                }
            });
        }
        return words;
    }

    private static List<Office> offices(Holding holding) {
        var all = new ArrayList<>(List.of(holding.office()));
        all.addAll(INCLUDED.getOrDefault(holding.office(), Set.of()));
        return all;
    }

    /** The offices whose holders may do what is offered to this one. */
    static Stream<Office> doing(Office office) {
        return Stream.concat(
                Stream.of(office),
                INCLUDED.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(office))
                        .map(Map.Entry::getKey));
    }

    static String word(Office office, @Nullable UUID scope, @Nullable PersonId person) {
        return office.name() + (scope == null ? "" : ":" + scope) + (person == null ? "" : "@" + person);
    }

    /** For what the office is held that a word names; nothing for the whole city. */
    static Optional<UUID> scope(String word) {
        var office = word.split("@", 2)[0].split(":", 2);
        return office.length < 2 ? Optional.empty() : Optional.of(UUID.fromString(office[1]));
    }

    /** The office a word names. */
    static Office office(String word) {
        return Office.valueOf(word.split("[:@]", 2)[0]);
    }
}
