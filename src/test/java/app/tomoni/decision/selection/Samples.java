package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Participation;
import app.tomoni.scoring.Rule;
import app.tomoni.scoring.ScoredProposal.Status;
import app.tomoni.scoring.Sheet;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Yen;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls as they really were decided, and made-up ones for what rarely happens. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-20T05:00:00Z");
    static final PersonId CHAIR = new PersonId(Ids.next());
    static final PersonId SECRETARY = new PersonId(Ids.next());
    static final PersonId HEAD = new PersonId(Ids.next());

    private final String rule;
    private final List<PersonId> panel = new ArrayList<>();
    private final Map<String, Material.Entrant> entrants = new LinkedHashMap<>();
    private final List<Material.PanelSheet> sheets = new ArrayList<>();
    private CallId call = new CallId(Ids.next());
    private int quorum = 1;
    private int minimumSheets = 1;

    private Samples(String rule) {
        this.rule = rule;
    }

    static Samples under(String rule) {
        return new Samples(rule);
    }

    /** V-A1: eight projects, one joint figure each, 50 of 100 passes, no money in the rule. */
    static Samples obu() {
        return under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"二次審査"},"sheetMax":100,
                 "aggregate":{"method":"SUM_TO_100"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":0,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[{"type":"TOTAL","points":50,"on":"PUBLISHED"}],"ties":[],
                 "selection":{"by":"ALL_PASSING"},"award":{"type":"NONE"},"disclosure":"TOTALS"}""")
                .reviewers(1)
                .proposal("階", null, 67)
                .proposal("三つ葉", null, 83)
                .proposal("BUNKAI", null, 88)
                .proposal("Farm to Table", null, 77)
                .proposal("CURIOUS", null, 59)
                .proposal("リカノバ", null, 71)
                .proposal("Let'sプログラミング", null, 71)
                .proposal("ちゅ楽鼓", null, 63);
    }

    /** V-A2: three reviewers, four criteria, mean of 60 passes. */
    static Samples yodogawa() {
        var sample = under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"淀川区"},
                 "criteria":[{"id":"plan","name":{"ja":"企画内容"},"max":50},{"id":"team","name":{"ja":"実施体制"},"max":15},
                             {"id":"record","name":{"ja":"実績"},"max":15},{"id":"cost","name":{"ja":"経費"},"max":20}],
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL","criterionDecimals":1},
                 "thresholds":[{"type":"TOTAL","points":60,"on":"PUBLISHED"}],"ties":[],
                 "selection":{"by":"ALL_PASSING"},"award":{"type":"NONE"},"disclosure":"SHEETS"}""").reviewers(3);
        var id = sample.enter("P1", null);
        sample.mark(id, 0, Map.of("plan", 37, "team", 11, "record", 11, "cost", 15));
        sample.mark(id, 1, Map.of("plan", 35, "team", 12, "record", 12, "cost", 15));
        sample.mark(id, 2, Map.of("plan", 32, "team", 12, "record", 12, "cost", 10));
        return sample;
    }

    /** V-C1: 600,000 yen, equal figures go to the smaller request, the rest is offered to the next. */
    static Samples komoro() {
        return komoro(221, 150);
    }

    /** The same with other points for the first and the last. */
    static Samples komoro(int first, int last) {
        return under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"小諸"},"sheetMax":250,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":0,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[],"ties":[{"by":"SMALLER_REQUEST"},{"by":"DELIBERATION"}],
                 "selection":{"by":"WITHIN_BUDGET","whenOver":"OFFER_REMAINDER"},"budgetYen":600000,
                 "award":{"type":"REQUESTED","unitYen":1000},"disclosure":"TOTALS"}""")
                .reviewers(1)
                .proposal("P1", 250_000L, first)
                .proposal("P2", 200_000L, 210)
                .proposal("P3", 180_000L, 210)
                .proposal("P4", 150_000L, 190)
                .proposal("P5", 100_000L, last);
    }

    /** Two places, and three runners-up of whom two are equal in all that the rule names. */
    static Samples twoPlacesAndEqualReserves(String award, @Nullable Long requested) {
        return under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"上位2件"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},"thresholds":[],
                 "ties":[{"by":"DELIBERATION"}],
                 "selection":{"by":"TOP","places":2,"reserves":3},
                 "award":{"type":"%s"},"disclosure":"TOTALS"}""".formatted(award))
                .reviewers(1)
                .proposal("P1", requested, 90)
                .proposal("P2", requested, 85)
                .proposal("P3", requested, 80)
                .proposal("P4", requested, 80)
                .proposal("P5", requested, 75);
    }

    /** Five that ask for the same, of whom the money does for the best two and for half of the third. */
    static Samples inOrder(String... best) {
        var sample = under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"順"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":0,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[],"ties":[{"by":"DELIBERATION"}],
                 "selection":{"by":"WITHIN_BUDGET","whenOver":"OFFER_REMAINDER"},"budgetYen":250000,
                 "award":{"type":"REQUESTED"},"disclosure":"TOTALS"}""").reviewers(1);
        List.of(best).stream()
                .sorted()
                .forEach(group ->
                        sample.proposal(group, 100_000L, 90 - 10 * List.of(best).indexOf(group)));
        return sample;
    }

    /** P1 and so on with one figure each, of which half of the points is enough; no money in the rule. */
    static Samples passing(int... points) {
        var sample = under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"基準点"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":0,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[{"type":"TOTAL","points":50,"on":"PUBLISHED"}],"ties":[],
                 "selection":{"by":"ALL_PASSING"},"award":{"type":"NONE"},"disclosure":"TOTALS"}""").reviewers(1);
        for (var each : points) {
            sample.proposal("P" + (sample.entrants.size() + 1), null, each);
        }
        return sample;
    }

    /** Two with equal figures and equal requests where the money ends. */
    static Samples tieAtTheLine() {
        return under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"同点"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[],"ties":[{"by":"DELIBERATION"}],
                 "selection":{"by":"WITHIN_BUDGET","whenOver":"STOP"},"budgetYen":300000,
                 "award":{"type":"REQUESTED"},"disclosure":"TOTALS"}""")
                .reviewers(1)
                .proposal("P1", 100_000L, 90)
                .proposal("P2", 200_000L, 80)
                .proposal("P3", 200_000L, 80);
    }

    /** Eight criteria with names of some length, which make a board as wide as they come. */
    static Samples manyCriteria() {
        var names = List.of("必要性", "公益性", "協働の効果", "実現の可能性", "費用の妥当性", "先駆性", "継続性・発展性", "地域の広がり");
        var criteria = IntStream.range(0, names.size())
                .mapToObj(
                        each -> "{\"id\":\"c%d\",\"name\":{\"ja\":\"%s\"},\"max\":15}".formatted(each, names.get(each)))
                .collect(Collectors.joining(","));
        var sample = under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"8項目"},"criteria":[%s],
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL","criterionDecimals":1},
                 "thresholds":[],"ties":[{"by":"DELIBERATION"}],
                 "selection":{"by":"WITHIN_BUDGET","whenOver":"STOP"},"budgetYen":12000000,
                 "award":{"type":"REQUESTED"},"disclosure":"SHEETS"}""".formatted(criteria)).reviewers(3);
        for (var group : List.of("P1", "P2")) {
            var id = sample.enter(group, 5_000_000L);
            for (var member = 0; member < 3; member++) {
                var marks = new HashMap<String, Integer>();
                for (var each = 0; each < names.size(); each++) {
                    marks.put("c" + each, 6 + (each + member) % 9 - (group.equals("P2") ? 3 : 0));
                }
                sample.mark(id, member, marks);
            }
        }
        return sample;
    }

    /** Two are chosen whose requests together come to more than there is. */
    static Samples overBudget() {
        return under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"上位2件"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":1,"mode":"HALF_UP","at":"TOTAL"},"thresholds":[],
                 "ties":[{"by":"DELIBERATION"}],
                 "selection":{"by":"TOP","places":2,"reserves":0},"budgetYen":3000000,
                 "award":{"type":"REQUESTED"},"disclosure":"TOTALS"}""").reviewers(1).proposal("P1", 2_000_000L, 90).proposal("P2", 2_000_000L, 80);
    }

    /** One above and one below the line for whom there is a place, and one for whom the money does not do. */
    static Samples lineAndBudget() {
        return lineAndBudget(300_000);
    }

    static Samples lineAndBudget(long budget) {
        return under("""
                {"format":"tomoni-scoring-rule/1","name":{"ja":"基準点と予算"},"sheetMax":100,
                 "aggregate":{"method":"MEAN"},"recusal":"EXCLUDE",
                 "rounding":{"decimals":0,"mode":"HALF_UP","at":"TOTAL"},
                 "thresholds":[{"type":"TOTAL","points":60,"on":"PUBLISHED"}],"ties":[{"by":"DELIBERATION"}],
                 "selection":{"by":"WITHIN_BUDGET","whenOver":"STOP"},"budgetYen":%d,
                 "award":{"type":"REQUESTED"},"disclosure":"TOTALS"}""".formatted(budget))
                .reviewers(1)
                .proposal("P1", 200_000L, 90)
                .proposal("P2", 200_000L, 70)
                .proposal("P3", 100_000L, 45);
    }

    Samples reviewers(int count) {
        for (var i = 0; i < count; i++) {
            panel.add(new PersonId(Ids.next()));
        }
        return this;
    }

    Samples asking(int quorum, int minimumSheets) {
        this.quorum = quorum;
        this.minimumSheets = minimumSheets;
        return this;
    }

    Samples proposal(String number, @Nullable Long requested, int total) {
        var id = enter(number, requested);
        panel.forEach(member -> sheets.add(new Material.PanelSheet(
                id, member, Participation.SCORED, Map.of(Sheet.TOTAL, BigDecimal.valueOf(total)))));
        return this;
    }

    ProposalId enter(String number, @Nullable Long requested) {
        var id = new ProposalId(Ids.next());
        entrants.put(
                number,
                new Material.Entrant(
                        id,
                        number,
                        "提案 " + number,
                        Ids.next(),
                        "団体 " + number,
                        requested == null ? null : new Yen(requested),
                        Status.ENTERED));
        return id;
    }

    void mark(ProposalId proposal, int member, Map<String, Integer> marks) {
        var exact = new LinkedHashMap<String, BigDecimal>();
        marks.forEach((criterion, mark) -> exact.put(criterion, BigDecimal.valueOf(mark)));
        sheets.add(new Material.PanelSheet(proposal, panel.get(member), Participation.SCORED, exact));
    }

    void without(ProposalId proposal, int member, Participation why) {
        sheets.add(new Material.PanelSheet(proposal, panel.get(member), why, Map.of()));
    }

    Samples now(String number, Status status) {
        var entrant = entrants.get(number);
        entrants.put(
                number,
                new Material.Entrant(
                        entrant.proposal(),
                        entrant.number(),
                        entrant.title(),
                        entrant.organisation(),
                        entrant.organisationName(),
                        entrant.requested(),
                        status));
        return this;
    }

    /** The same figures for proposals and a panel that really exist, in the order of entry. */
    Samples of(CallId real, List<Proposal> proposals, List<PersonId> members) {
        call = real;
        var ids = new java.util.HashMap<ProposalId, ProposalId>();
        var next = proposals.iterator();
        entrants.replaceAll((number, entrant) -> {
            var proposal = next.next();
            ids.put(entrant.proposal(), proposal.id());
            return new Material.Entrant(
                    proposal.id(),
                    number,
                    entrant.title(),
                    proposal.organisation().value(),
                    entrant.organisationName(),
                    entrant.requested(),
                    entrant.status());
        });
        sheets.replaceAll(sheet -> new Material.PanelSheet(
                ids.get(sheet.proposal()),
                members.get(panel.indexOf(sheet.member())),
                sheet.participation(),
                sheet.marks()));
        var count = panel.size();
        panel.clear();
        panel.addAll(members.subList(0, count));
        return this;
    }

    void recused(String number, int member) {
        sheets.removeIf(
                sheet -> sheet.proposal().equals(id(number)) && sheet.member().equals(panel.get(member)));
        without(id(number), member, Participation.RECUSED);
    }

    Samples everybodyRecused() {
        sheets.replaceAll(
                sheet -> new Material.PanelSheet(sheet.proposal(), sheet.member(), Participation.RECUSED, Map.of()));
        return this;
    }

    ProposalId id(String number) {
        return entrants.get(number).proposal();
    }

    List<PersonId> panel() {
        return panel;
    }

    Material material() {
        return new Material(
                new Material.Terms(
                        call,
                        "令和8年度 市民提案型",
                        new FiscalYear(2026),
                        new FiscalYear(2027),
                        Rule.parse(rule),
                        quorum,
                        minimumSheets,
                        true,
                        false,
                        null),
                List.copyOf(entrants.values()),
                panel,
                sheets);
    }

    Evaluation evaluation() {
        return Evaluation.of(material(), List.of(), Map.of(), Evaluation.Occasion.STAGE_CLOSED, null, NOW);
    }

    static Letterhead letterhead() {
        return new Letterhead("みなと野市", "みなと野市長", "港野 太郎", "", "市民協働課");
    }
}
