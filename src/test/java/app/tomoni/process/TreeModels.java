package app.tomoni.process;

import app.tomoni.account.Office;
import app.tomoni.process.gate.Vocabulary;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The sample models released in place of ours, with dates that a test can set. */
@TestConfiguration(proxyBeanMethods = false)
class TreeModels {

    static final String MODELS = "classpath:models/*.bpmn,classpath:models/*.dmn,classpath:models/*.form";

    @Bean
    @Primary
    Vocabulary treeVocabulary() {
        var offices = Arrays.stream(Office.values()).map(Office::key).collect(Collectors.toUnmodifiableSet());
        var installed = Vocabulary.ofInstalledCode(offices);
        var views = new TreeSet<>(installed.views());
        views.add("supplementRequest");
        return new Vocabulary(installed.steps(), Set.copyOf(views), offices);
    }

    @Bean
    @Primary
    TreeDeadlines treeDeadlines() {
        return new TreeDeadlines();
    }

    /** The dates of the one call of a test. */
    static class TreeDeadlines implements Deadlines {

        final ConcurrentHashMap<String, Instant> dates = new ConcurrentHashMap<>();

        @Override
        public @Nullable Instant due(CaseKey key, String deadline, Instant from) {
            return dates.get(deadline);
        }
    }

    static NewCase request(String title, UUID group, UUID call) {
        return new NewCase(
                new CaseKey(app.tomoni.shared.Ids.next()),
                "treeRequest",
                null,
                title,
                null,
                new CaseScopes(call, group, null),
                java.util.Map.of());
    }
}
