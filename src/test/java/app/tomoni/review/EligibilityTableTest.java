package app.tomoni.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EligibilityTableTest {

    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream file = Files.newInputStream(Path.of("processes/eligibility.dmn"))) {
            table = engine.parseDecision("eligibility", file);
        }
    }

    @Test
    void noticesNothingAboutAProposalInGoodOrder() {
        assertThat(findings(Map.of())).isEmpty();
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("profileComplete", false, "SUPPLEMENT", ""),
                Arguments.of("members", 2L, "NOT_SUBJECT", ""),
                Arguments.of("members", 4L, "CHECK", ""),
                Arguments.of("monthsActive", 5L, "CHECK", ""),
                Arguments.of("openMembership", "closed", "CHECK", ""),
                Arguments.of("pledged", false, "SUPPLEMENT", "eligibilityConfirmed"),
                Arguments.of("otherProposals", 1L, "NOT_SUBJECT", ""),
                Arguments.of("otherFunding", true, "CHECK", "otherFunding"),
                Arguments.of("attachments", 0, "SUPPLEMENT", "attachments"),
                Arguments.of("balanced", false, "SUPPLEMENT", "budget"),
                Arguments.of("withinCeiling", false, "SUPPLEMENT", "budget"),
                Arguments.of("withinRate", false, "SUPPLEMENT", "budget"),
                Arguments.of("withinPeriod", false, "SUPPLEMENT", "startDate"));
    }

    @ParameterizedTest(name = "{0} = {1} proposes {2}")
    @MethodSource("rows")
    void eachRowProposesOneThing(String fact, Object value, String consequence, String field) {
        assertThat(findings(Map.of(fact, value))).singleElement().satisfies(finding -> {
            assertThat(finding.consequence()).isEqualTo(Finding.Consequence.valueOf(consequence));
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.finding()).isNotBlank();
            assertThat(finding.findingEnglish()).isNotBlank();
        });
    }

    @Test
    void everyRowIsAmongThoseTested() {
        var tested = new TreeSet<String>();
        rows().forEach(row -> findings(Map.of((String) row.get()[0], row.get()[1]))
                .forEach(finding -> tested.add(finding.criterion())));

        assertThat(tested).hasSize((int) rowsOfTheTable());
    }

    @Test
    void isContentAtTheEdges() {
        assertThat(findings(Map.of("members", 5L, "monthsActive", 6L, "attachments", 1)))
                .isEmpty();
    }

    @Test
    void listsAllThatItNotices() {
        assertThat(findings(Map.of("members", 1L, "attachments", 0, "balanced", false)))
                .extracting(Finding::criterion)
                .containsExactly("構成員の数", "添付書類", "収支予算");
    }

    private static long rowsOfTheTable() {
        try {
            return Files.readAllLines(Path.of("processes/eligibility.dmn")).stream()
                    .filter(line -> line.contains("<rule "))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Finding> findings(Map<String, Object> unlike) {
        var facts = new HashMap<String, Object>(Map.of(
                "profileComplete",
                true,
                "members",
                20L,
                "monthsActive",
                48L,
                "openMembership",
                "open",
                "pledged",
                true,
                "otherProposals",
                0L,
                "otherFunding",
                false,
                "attachments",
                3,
                "balanced",
                true,
                "withinCeiling",
                true));
        facts.put("withinRate", true);
        facts.put("withinPeriod", true);
        facts.putAll(unlike);
        return engine.evaluateDecisionTable(table, facts).getResultList().stream()
                .map(Finding::of)
                .toList();
    }
}
