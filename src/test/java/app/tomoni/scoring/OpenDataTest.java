package app.tomoni.scoring;

import static app.tomoni.scoring.Samples.ab;
import static app.tomoni.scoring.Samples.entered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.tomoni.scoring.text.Words;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people write and what a city publishes, read and written. */
class OpenDataTest {

    @TempDir
    Path directory;

    private final Rule rule = Rule.parse(Samples.criteria(Map.of("disclosure", "\"MEANS\"")));

    @Test
    void full_width_digits_japanese_headers_and_words_are_read() {
        var read = Scores.parse(rule, "提案,委員,参加,項目,点\nＰ,佐藤,採点,a,１０\nＰ,佐藤,採点,b,０．０\nＰ,鈴木,除斥,,\n");

        assertThat(read.sheets())
                .containsExactly(
                        Sheet.scored("Ｐ", "佐藤", Map.of("a", new BigDecimal("10"), "b", new BigDecimal("0.0"))),
                        Sheet.without("Ｐ", "鈴木", Participation.RECUSED));
    }

    @Test
    void the_usual_marks_of_yes_and_no_are_read() {
        var gate = Rule.parse(Samples.criteria(Map.of(
                "criteria",
                "[{\"id\": \"g\", \"name\": {\"ja\": \"可否\"}, \"max\": 1, \"scale\": {\"type\": \"YES_NO\"}}]",
                "thresholds",
                "[{\"type\": \"DISQUALIFY\", \"anyItemBelow\": 1, \"criteria\": [\"g\"]}]")));
        for (var yes : List.of("○", "〇", "◯", "O", "ｏ", "はい", "可", "✓", "1", "１", "YES", "Y", "ｙ", "TRUE", "ｔｒｕｅ")) {
            assertThat(verdict(gate, yes)).as(yes).isEqualTo(Result.Verdict.ADOPT);
        }
        for (var no : List.of("×", "✕", "X", "ｘ", "いいえ", "否", "不可", "0", "No", "n", "Ｎ", "false", "ＦＡＬＳＥ")) {
            assertThat(verdict(gate, no)).as(no).isEqualTo(Result.Verdict.NOT_PASSED);
        }
        assertThatThrownBy(() -> verdict(gate, "△")).hasMessageContaining("sheet.notNumber");
    }

    @Test
    void proposals_are_read_with_grouped_amounts_and_japanese_words() {
        var proposals = ProposalsFile.parse("提案,申請額,年次,状態,票数\nP,\"１，２００，０００\",2,辞退,7\nQ,,,,\nR,999999999999,99,,0\n");

        assertThat(proposals)
                .containsExactly(
                        new ScoredProposal("P", 1_200_000L, 2, ScoredProposal.Status.DECLINED, 7L),
                        new ScoredProposal("Q", null, null, ScoredProposal.Status.ENTERED, null),
                        new ScoredProposal("R", 999_999_999_999L, 99, ScoredProposal.Status.ENTERED, 0L));
        assertThat(ProposalsFile.parse(ProposalsFile.toJson(proposals))).isEqualTo(proposals);
        assertThat(ProposalsFile.parse(ProposalsFile.toCsv(proposals))).isEqualTo(proposals);
    }

    @Test
    void outcomes_are_written_and_read() {
        var outcomes = new Outcomes(
                List.of(new Outcomes.TieOrder(List.of("A", "B"), "合議")),
                List.of(new Outcomes.Given("A", Outcomes.ACCEPTED, "")),
                List.of(new Outcomes.Amount("B", 5, "減額")),
                List.of(new Outcomes.Given("C", "B", "")));

        assertThat(OutcomesFile.parse(OutcomesFile.toJson(outcomes))).isEqualTo(outcomes);
    }

    @Test
    void letters_are_drawn_anew_for_each_proposal() {
        var open = Rule.parse(Samples.criteria(Map.of("disclosure", "\"SHEETS\"")));
        var sheets = new ArrayList<Sheet>();
        for (var proposal : List.of("P", "Q", "R", "S")) {
            for (int r = 0; r < 8; r++) {
                sheets.add(ab(proposal, "委員" + r, r, 5));
            }
        }

        var published = Scores.published(open, entered("P", "Q", "R", "S"), sheets, new Random(7));

        var lettersOfTheFirst = published.sheets().stream()
                .filter(s -> s.marks().get("a").signum() == 0)
                .map(Sheet::reviewer)
                .distinct();
        assertThat(lettersOfTheFirst.count()).isGreaterThan(1);
        assertThat(published.toCsv(open)).startsWith("proposal,letter,participation,criterion,score\nP,A,SCORED,a,");
        assertThat(published.sheets())
                .extracting(Sheet::reviewer)
                .contains("A", "H")
                .doesNotContain("I");
        var many = IntStream.range(0, 53).mapToObj(r -> ab("P", "委員" + r, 5, 5)).toList();
        assertThat(Scores.published(open, entered("P"), many, new Random(7)).sheets())
                .extracting(Sheet::reviewer)
                .contains("Z", "AA", "AZ", "BA")
                .doesNotHaveDuplicates();
    }

    @Test
    void means_are_published_as_numerator_and_denominator() {
        var sheets = List.of(ab("P", "r1", 4, 5), ab("P", "r2", 4, 5), ab("P", "r3", 5, 5));

        var published = Scores.published(rule, entered("P"), sheets, new Random(1));

        assertThat(published.toCsv(rule)).isEqualTo("""
                proposal,sheets,item,numerator,denominator
                P,3,a,13,3
                P,3,b,5,1
                """);
        assertThat(Scores.parse(rule, published.toCsv(rule)).level()).isEqualTo(Scores.Level.MEANS);
        var totals = Rule.parse(Samples.criteria(Map.of()));
        assertThat(Scores.parse(totals, published.toCsv(rule)).level()).isEqualTo(Scores.Level.TOTALS);
        assertThat(Scoring.evaluate(rule, entered("P"), Scores.parse(rule, published.toCsv(rule)), Outcomes.none())
                        .standing("P")
                        .orElseThrow()
                        .total())
                .isEqualTo(Ratio.of(28, 3));
    }

    @ParameterizedTest
    @EnumSource(Rule.Disclosure.class)
    void whoever_reads_the_open_data_comes_to_the_published_result(Rule.Disclosure disclosure) {
        var open = Rule.parse(Samples.criteria(Map.of(
                "disclosure", "\"" + disclosure + "\"",
                "thresholds", "[{\"type\": \"VETO\", \"criterion\": \"a\", \"atMost\": 2, \"by\": \"MAJORITY\"}]",
                "selection", "{\"by\": \"TOP\", \"places\": 2}")));
        var proposals = List.of(
                ScoredProposal.entered("P", null),
                ScoredProposal.entered("Q", null),
                ScoredProposal.entered("R", null),
                ScoredProposal.entered("S", null),
                new ScoredProposal("T", 98_765L, 1, ScoredProposal.Status.WITHDRAWN, null));
        var sheets = List.of(
                ab("P", "佐藤", 9, 8),
                ab("P", "鈴木", 9, 9),
                ab("Q", "佐藤", 5, 5),
                Sheet.without("Q", "鈴木", Participation.RECUSED),
                ab("R", "佐藤", 2, 10),
                ab("R", "鈴木", 1, 10),
                ab("S", "佐藤", 4, 6),
                ab("S", "鈴木", 5, 5));
        var tie = new Outcomes.TieOrder(List.of("S", "Q"), "会議録から");
        var kept =
                Scoring.evaluate(open, proposals, sheets, new Outcomes(List.of(tie), List.of(), List.of(), List.of()));

        var published =
                Scoring.published(kept.trace().toJson(), new Random(3)).trace().toJson();
        var run = Run.of("--replay", Run.write(directory, "open-data.json", published), "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(published);
        for (var standing : kept.standings()) {
            if (standing.proposal().equals("T")) {
                continue; // left before the ranking: nothing of it is published
            }
            var line = run.standing(standing.proposal());
            assertThat(line.path("rank").asString("")).isEqualTo(Objects.toString(standing.rank(), ""));
            assertThat(line.path("published").asString("")).isEqualTo(Objects.toString(standing.published(), ""));
            assertThat(line.path("verdict").asString())
                    .isEqualTo(standing.verdict().name());
        }
        assertThat(published)
                .contains("\"level\": \"" + disclosure + "\"")
                .doesNotContain("佐藤", "鈴木", "会議録", "98765", "WITHDRAWN", "\"T\"");
        assertThat(published.contains("\"marks\"")).isEqualTo(disclosure == Rule.Disclosure.SHEETS);
        assertThat(published.contains("\"means\"")).isEqualTo(disclosure != Rule.Disclosure.TOTALS);
    }

    @Test
    void what_people_decided_is_open_and_why_is_not() {
        var open =
                Rule.parse(Samples.criteria(Map.of("disclosure", "\"SHEETS\"", "award", "{\"type\": \"COMMITTEE\"}")));
        var sheets = List.of(ab("P", "佐藤", 9, 8), ab("Q", "佐藤", 5, 5), Sheet.without("R", "佐藤", Participation.RECUSED));
        var outcomes = new Outcomes(
                List.of(),
                List.of(new Outcomes.Given("Q", Outcomes.DECLINED, "電話で聞いた事情")),
                List.of(new Outcomes.Amount("P", 70_000, "謝金を減額")),
                List.of(new Outcomes.Given("R", Outcomes.NOT_PASSED, "全員が関係者")));
        var kept = Scoring.evaluate(open, entered("P", "Q", "R"), sheets, outcomes);
        assertThat(kept.isComplete()).isTrue();

        var published = Scoring.published(kept.trace().toJson(), new Random(3));

        assertThat(published.trace().toJson()).doesNotContain("事情", "減額", "関係者", "佐藤");
        assertThat(published.standings())
                .extracting(Result.Standing::proposal, Result.Standing::verdict, Result.Standing::amountYen)
                .containsExactly(
                        tuple("P", Result.Verdict.ADOPT, 70_000L),
                        tuple("Q", Result.Verdict.DECLINED, null),
                        tuple("R", Result.Verdict.NOT_PASSED, null));
    }

    @Test
    void published_figures_that_cannot_be_are_refused() {
        var head = "proposal,sheets,item,numerator,denominator\n";
        refused(head + "P,3,a,40,3\nP,3,b,5,1\n", "2行4列：点「40/3」は付けられません");
        refused(head + "P,3,a,10,3\n", "2行1列：提案「P」の公表値から評価点を計算できません");
        refused(head + "P,3,a,10,3\nP,2,b,5,1\n", "3行2列：提案「P」の採点の人数");
        refused(head + "P,3,a,10,0\n", "2行4列：「10/0」は点数として");
        refused(head + "P,x,a,10,1\n", "2行2列：「x」は点数として");
        refused(head + "P,-1,a,10,1\n", "2行2列：「-1」は点数として");
        refused(head + "P,10000,a,10,1\n", "2行2列：「10000」は点数として");
        refused(head + "P,9999,a,10,1\n", "2行1列：提案「P」の公表値から評価点を計算できません");
        refused(head + "P,0,,,\nP,2,b,5,1\n", "3行2列：提案「P」の採点の人数");
        refused(head + "P,3,a,10,3\nP,3,a,10,3\n", "3行3列：提案「P」の「a」が二度");
        refused(head + "P,3,#total,10,3\nP,3,#total,10,3\n", "3行3列：提案「P」の「#total」が二度");
        refused(head + "P,3,#out,OVER_BUDGET,\n", "2行4列：「OVER_BUDGET」は審査の結果");
        refused(head + "P,3,c,10,3\n", "2行4列：審査項目「c」は");
    }

    @Test
    void totals_come_with_the_mean_that_breaks_ties_and_are_refused_without_it() {
        var open = Rule.parse(Samples.criteria(Map.of(
                "ties", "[{\"by\": \"CRITERION\", \"criterion\": \"b\"}]",
                "thresholds", "[{\"type\": \"EACH_CRITERION\", \"points\": 4}]")));
        var sheets = List.of(ab("P", "r", 8, 4), ab("Q", "r", 4, 8), ab("R", "r", 2, 10));

        var published = Scores.published(open, entered("P", "Q", "R"), sheets, new Random(1));

        var csv = """
                proposal,sheets,item,numerator,denominator
                P,1,#total,12,1
                P,1,b,4,1
                Q,1,#total,12,1
                Q,1,b,8,1
                R,1,#total,12,1
                R,1,b,10,1
                R,1,#out,BELOW_CRITERION,
                """;
        assertThat(published.toCsv(open)).isEqualTo(csv);
        var result = Scoring.evaluate(open, entered("P", "Q", "R"), Scores.parse(open, csv), Outcomes.none());
        assertThat(result.standings()).extracting(Result.Standing::proposal).containsExactly("R", "Q", "P");
        assertThat(result.standings())
                .extracting(Result.Standing::verdict)
                .containsExactly(Result.Verdict.NOT_PASSED, Result.Verdict.ADOPT, Result.Verdict.ADOPT);
        refused(open, csv.replace("Q,1,b,8,1\n", ""), "4行1列：提案「Q」に、順位や基準を決める審査項目「b」の平均がありません");
        refused(open, published.toJson(open).replace(",\"means\":{\"b\":\"8\"}", ""), "6行6列：提案「Q」に、順位や基準を");
    }

    @Test
    void means_are_refused_without_one_that_a_threshold_looks_at() {
        var open = Rule.parse(Samples.criteria(Map.of(
                "disclosure", "\"MEANS\"",
                "thresholds", "[{\"type\": \"EACH_CRITERION\", \"points\": 3, \"criteria\": [\"a\"]}]")));
        var csv = "proposal,sheets,item,numerator,denominator\nQ,0,,,\nP,2,#total,12,1\nP,2,a,2,1\n";

        assertThat(Scoring.evaluate(open, entered("P", "Q"), Scores.parse(open, csv), Outcomes.none())
                        .standing("P")
                        .orElseThrow()
                        .reason())
                .isEqualTo(Result.Reason.BELOW_CRITERION);
        refused(open, csv.replace("P,2,a,2,1\n", ""), "3行1列：提案「P」に、順位や基準を決める審査項目「a」の平均がありません");
    }

    @Test
    void sheets_and_proposals_give_the_same_bytes_as_csv_and_as_json() {
        var money = Rule.parse(Samples.criteria(Map.of("award", "{\"type\": \"REQUESTED\"}")));
        var proposals = List.of(
                ScoredProposal.entered("P", 5000L),
                new ScoredProposal("Q", 7000L, 2, ScoredProposal.Status.DECLINED, 3L));
        var scores = Scores.named(List.of(
                ab("P", "r1", 4, 5),
                ab("Q", "r1", 9, 9),
                Sheet.without("P", "r2", Participation.ABSENT),
                Sheet.without("Q", "r2", Participation.RECUSED)));
        var rules = Run.write(directory, "rule.json", money.toJson());

        var csv = Run.of(
                rules,
                Run.write(directory, "sheets.csv", scores.toCsv(money)),
                "--proposals",
                Run.write(directory, "proposals.csv", ProposalsFile.toCsv(proposals)),
                "--json");
        var json = Run.of(
                rules,
                Run.write(directory, "sheets.json", scores.toJson(money)),
                "--proposals",
                Run.write(directory, "proposals.json", ProposalsFile.toJson(proposals)),
                "--json");

        assertThat(csv.exit()).isZero();
        assertThat(json.out()).isEqualTo(csv.out()).contains("\"amountYen\":5000");
    }

    @Test
    void a_trace_that_was_changed_is_noticed() {
        var trace = Scoring.evaluate(rule, entered("P"), List.of(ab("P", "r1", 4, 5)), Outcomes.none())
                .trace()
                .toJson();
        var file = Run.write(directory, "trace.json", trace);
        assertThat(Run.of("--replay", file, "--json").out()).isEqualTo(trace);
        assertThat(Run.of("--replay", file).out()).contains("1位　P　9.0点　採択候補").contains("完全に一致しました");

        var changed = Run.of("--replay", Run.write(directory, "trace.json", trace.replace("\"9.0\"", "\"9.5\"")));
        assertThat(changed.exit()).isEqualTo(2);
        assertThat(changed.out()).isEmpty();
        int line = (int) trace.substring(0, trace.indexOf("\"9.0\"")).lines().count();
        assertThat(changed.err()).contains("trace.jsonの" + line + "行目から、計算し直した内容と異なります");
        for (var other : List.of(trace + "\n", trace.stripTrailing(), "\n" + trace)) {
            assertThat(Run.of("--replay", Run.write(directory, "trace.json", other))
                            .exit())
                    .isEqualTo(2);
        }

        var broken =
                Run.of("--replay", Run.write(directory, "trace.json", trace.replace("\"proposals\"", "\"colour\"")));
        assertThat(broken.err()).contains("「proposals」がありません");
    }

    @Test
    void a_trace_whose_inputs_cannot_be_is_refused_where_they_stand() {
        var money = Rule.parse(Samples.criteria(Map.of("award", "{\"type\": \"REQUESTED\"}")));
        var trace = Scoring.evaluate(money, entered("P"), List.of(ab("P", "r1", 4, 5)), Outcomes.none())
                .trace()
                .toJson();

        refusedTrace(trace, "\"MEAN\"", "\"SUM\"", "8行5列：合計で決める方式では");
        refusedTrace(trace, "\"ALL_PASSING\"", "\"SOME\"", "13行19列：「by」の値「SOME」は");
        refusedTrace(trace, "\"requestedYen\":100000,\"renewal", "\"renewal", "19行5列：提案「P」の申請額がありません");
        refusedTrace(trace, "\"b\":5}", "\"b\":11}", "23行88列：点「11」は付けられません");
        refusedTrace(
                trace,
                "\"ties\": [],\n    \"answers",
                "\"ties\": [{\"order\":[\"P\"]}],\n    \"answers",
                "26行14列：「P」は同点の組と");
    }

    @Test
    void the_report_names_what_is_left_to_people_and_exits_with_one() {
        var top = Samples.totals(Map.of("selection", "{\"by\": \"TOP\", \"places\": 1}"));
        var run = Run.of(
                Run.write(directory, "rule.json", top),
                Run.write(
                        directory,
                        "sheets.csv",
                        "proposal,reviewer,participation,criterion,score\nP,r,採点,,80\nQ,r,採点,,80\nR,r,採点,,10\n"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("1位　P　80.0点　合議が必要　採択の境目で同点です")
                .contains("合議が必要です：P、Qは採択の境目で同点です。")
                .contains("3位　R　10.0点　今回は見送り　採択件数に入りませんでした")
                .contains("\n  P、Qは同点です。\n")
                .contains("r委員：3件、平均 170/3 (56.6666…)");
    }

    @Test
    void the_report_names_money_offers_and_the_budget() {
        var rules = Samples.totals(Map.of(
                "selection", "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"OFFER_REMAINDER\"}",
                "award", "{\"type\": \"REQUESTED\"}",
                "budgetYen", "150000"));
        var run = Run.of(
                Run.write(directory, "rule.json", rules),
                Run.write(
                        directory,
                        "sheets.csv",
                        "proposal,reviewer,participation,criterion,score\nP,r,採点,,80\nQ,r,採点,,70\n"),
                "--proposals",
                Run.write(directory, "proposals.csv", "proposal,requestedYen\nP,100000\nQ,100000\n"));

        assertThat(run.out())
                .contains("1位　P　80.0点　採択候補　100,000円（累計 100,000円）")
                .contains("2位　Q　70.0点　次点　ご案内する額 50,000円")
                .contains("予算 150,000円、交付予定の合計 100,000円");
    }

    @Test
    void both_languages_have_the_same_sentences_with_the_same_places() throws Exception {
        var japanese = messages("ja");
        var english = messages("en");

        for (var key : english.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(japanese.getProperty(key)));
        }
        assertThat(japanese.stringPropertyNames().stream()
                        .filter(key -> !key.matches("(variants|command|report)\\..*"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void a_sentence_without_words_is_a_fault_of_ours() {
        assertThatThrownBy(() -> Words.in(Locale.ENGLISH).say("none")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void a_trace_reads_in_english_too() {
        var result = Scoring.evaluate(rule, entered("P"), List.of(ab("P", "r1", 4, 5)), Outcomes.none());

        assertThat(result.trace().lines(Locale.ENGLISH, "P"))
                .contains("Reviewer r1 gave 公益性 4, 実現性 5: 9 points.", "Rank 1 (figure: 9; determined by the figure).");
    }

    private static Properties messages(String language) throws Exception {
        var properties = new Properties();
        properties.load(new StringReader(Run.resource("/app/tomoni/scoring/messages_" + language + ".properties")));
        return properties;
    }

    private static List<String> places(String sentence) {
        return Pattern.compile("\\{\\w+}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private void refused(String sheets, String reason) {
        refused(rule, sheets, reason);
    }

    private void refused(Rule under, String sheets, String reason) {
        var run = Run.of(Run.write(directory, "rule.json", under.toJson()), Run.write(directory, "sheets.csv", sheets));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("sheets.csvの" + reason);
    }

    private void refusedTrace(String trace, String right, String wrong, String reason) {
        var run = Run.of("--replay", Run.write(directory, "trace.json", trace.replace(right, wrong)));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("trace.jsonの" + reason);
    }

    private static Result.Verdict verdict(Rule gate, String mark) {
        var scores = Scores.parse(gate, "proposal,reviewer,participation,criterion,score\nP,r,SCORED,g," + mark + "\n");
        return Scoring.evaluate(gate, entered("P"), scores, Outcomes.none())
                .standing("P")
                .orElseThrow()
                .verdict();
    }
}
