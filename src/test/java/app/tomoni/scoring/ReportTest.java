package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads on the screen, word for word. */
class ReportTest {

    private static final String HEAD = "proposal,reviewer,participation,criterion,score\n";

    @TempDir
    Path directory;

    @Test
    void the_table_comes_first_then_what_is_left_then_how_it_came_about_then_what_is_only_for_information() {
        var rule = Samples.totals(Map.of(
                "selection", "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"OFFER_REMAINDER\"}",
                "award", "{\"type\": \"REQUESTED\", \"unitYen\": 1000}",
                "budgetYen", "1250000",
                "thresholds", "[{\"type\": \"TOTAL\", \"points\": 50}]",
                "information", "{\"minSheets\": 4, \"disagreementPercent\": 30}"));
        var sheets = HEAD
                + lines("A", "90", "60", "75")
                + lines("B", "60", "50", "78")
                + lines("C", "30", "45", "50")
                + lines("D", "65", "57", "")
                + lines("E", "", "", "");
        var run = run(
                rule,
                sheets,
                "proposal,requestedYen\nA,1000000\nB,300000\nC,1\nD,1000\nE,1000\n",
                "--outcomes",
                Run.write(
                        directory,
                        "outcomes.json",
                        "{\"format\": \"tomoni-scoring-outcomes/1\", \"verdicts\":"
                                + " [{\"proposal\": \"E\", \"verdict\": \"NOT_PASSED\", \"reason\": \"全員が欠席のため。\"}]}"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                ■ 結果
                1位　A　75.0点　採択候補　1,000,000円（累計 1,000,000円）
                2位　B　62.7点　次点　ご案内する額 250,000円
                3位　D　61.0点　結果待ち　予算の残りは、まず順位が上の次点の団体にご案内し、そのお返事により決まります
                4位　C　41.7点　今回は見送り　基準点に達していません
                順位なし　E　評価点なし　今回は見送り　評価を定められません
                予算 1,250,000円、交付予定の合計 1,000,000円
                回答が必要です：Bに予算の残りを案内しています。受諾（ACCEPTED）か辞退（DECLINED）を、結果のファイルの answers に記録してください。

                ■ 計算の過程
                【A】
                  佐藤委員の採点：90点です。
                  鈴木委員の採点：60点です。
                  高橋委員の採点：75点です。
                  平均：90、60、75の平均は75です。
                  公表する評価点：75を小数第1位まで（四捨五入）とし、75.0点です。
                  評価点75点は基準点50点以上です。
                  1位です（75点。決め手：評価点）。
                  交付額：算定の基礎1,000,000円、申請額1,000,000円から1,000,000円です（1,000円単位で切り捨て）。
                  予算の範囲に入るため、採択候補とします。1,000,000円を充て、残りは250,000円です。
                【B】
                  佐藤委員の採点：60点です。
                  鈴木委員の採点：50点です。
                  高橋委員の採点：78点です。
                  平均：60、50、78の平均は188/3 (62.6666…)です。
                  公表する評価点：188/3 (62.6666…)を小数第1位まで（四捨五入）とし、62.7点です。
                  評価点62.7点は基準点50点以上です。
                  2位です（62.7点。決め手：評価点）。
                  交付額：算定の基礎300,000円、申請額300,000円から300,000円です（1,000円単位で切り捨て）。
                  残りの予算では300,000円に足りません。次点とし、残額250,000円をご案内します。
                【D】
                  高橋委員は欠席のため、集計に含めません。
                  佐藤委員の採点：65点です。
                  鈴木委員の採点：57点です。
                  平均：65、57の平均は61です。
                  公表する評価点：61を小数第1位まで（四捨五入）とし、61.0点です。
                  評価点61点は基準点50点以上です。
                  3位です（61点。決め手：評価点）。
                  予算の残りは、まず順位が上の次点の団体にご案内し、そのお返事により決まります。
                【C】
                  佐藤委員の採点：30点です。
                  鈴木委員の採点：45点です。
                  高橋委員の採点：50点です。
                  平均：30、45、50の平均は125/3 (41.6666…)です。
                  公表する評価点：125/3 (41.6666…)を小数第1位まで（四捨五入）とし、41.7点です。
                  評価点41.7点は基準点50点に達していません。
                  4位です（41.7点。決め手：評価点）。
                【E】
                  佐藤委員は欠席のため、集計に含めません。
                  鈴木委員は欠席のため、集計に含めません。
                  高橋委員は欠席のため、集計に含めません。
                  採点した委員がいないため、評価点を計算できません。
                  評価点がないため、委員会の決定により順位を付けず、採択の対象から外します。全員が欠席のため。

                ■ 参考（決定には使いません）
                佐藤委員：4件、平均 61.25、標準偏差 21.3234
                鈴木委員：4件、平均 53、標準偏差 5.8737
                高橋委員：3件、平均 203/3 (67.6666…)、標準偏差 12.5521（件数が少ないか点に差がないため、傾向は判断しません）
                A：委員の点が 60 から 90 まで分かれています。
                委員ごとの厳しさの差をならした場合に順位が変わる提案：B（3位、61.0136点）、D（2位、64.0546点）
                """);
    }

    @Test
    void without_proposals_there_is_nothing_to_say() {
        var run = run(Samples.totals(Map.of()), HEAD, "proposal\n");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                ■ 結果
                提案がありません。

                ■ 計算の過程
                """);
    }

    @Test
    void sheets_under_letters_show_where_opinions_part_but_no_reviewer() {
        var run = Run.of(
                Run.write(directory, "rule.json", Samples.totals(Map.of())), Run.write(directory, "sheets.csv", """
                        proposal,letter,participation,criterion,score
                        P,A,SCORED,,90
                        P,B,SCORED,,20
                        """));

        assertThat(run.out()).endsWith("""

                ■ 参考（決定には使いません）
                P：委員の点が 20 から 90 まで分かれています。
                """);
    }

    @Test
    void the_result_stands_in_the_trace() {
        var run = run(
                Samples.totals(Map.of(
                        "selection", "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"OFFER_REMAINDER\"}",
                        "award", "{\"type\": \"REQUESTED\"}",
                        "budgetYen", "1000",
                        "information", "{\"minSheets\": 2, \"disagreementPercent\": 30}")),
                HEAD + lines("A", "90", "60") + lines("B", "80", "50") + lines("C", "65", "65"),
                "proposal,requestedYen\nA,700\nB,700\nC,700\n",
                "--json");

        assertThat(run.json().get("result").toString()).isEqualTo("""
                {"complete":false,"standings":[\
                {"proposal":"A","rank":1,"total":"75","published":"75.0","decidedBy":"SCORE","verdict":"ADOPT",\
                "requestedYen":700,"amountYen":700,"cumulativeYen":700},\
                {"proposal":"B","rank":2,"total":"65","published":"65.0","decidedBy":"TIED","verdict":"TO_DELIBERATE",\
                "reason":"TIE_AT_LINE","requestedYen":700},\
                {"proposal":"C","rank":2,"total":"65","published":"65.0","decidedBy":"TIED","verdict":"TO_DELIBERATE",\
                "reason":"TIE_AT_LINE","requestedYen":700}],\
                "deliberations":[{"place":"LINE","proposals":["B","C"]}],\
                "budgetYen":1000,"grantedYen":700,"information":{"reviewers":[\
                {"reviewer":"佐藤","sheets":3,"mean":"235/3","deviation":"10.2740","judged":true},\
                {"reviewer":"鈴木","sheets":3,"mean":"175/3","deviation":"6.2361","judged":true}],"spreads":[\
                {"proposal":"A","lowest":"60","highest":"90","deviation":"15.0000","disagreement":true},\
                {"proposal":"B","lowest":"50","highest":"80","deviation":"15.0000","disagreement":true},\
                {"proposal":"C","lowest":"65","highest":"65","deviation":"0.0000","disagreement":false}],"adjusted":[\
                {"proposal":"A","figure":"77.5381","rank":1,"change":0},\
                {"proposal":"B","figure":"60.6294","rank":3,"change":-1},\
                {"proposal":"C","figure":"66.8325","rank":2,"change":0}]}}""");
    }

    @Test
    void verdicts_stand_in_the_place_of_points() {
        var run = run(Run.example("sagamihara"), HEAD + "P,佐藤,採点,,A\n", "proposal\nP\n");

        assertThat(run.out()).isEqualTo("""
                ■ 結果
                1位　P　A　採択候補

                ■ 計算の過程
                【P】
                  佐藤委員の判定：A。
                  1人のうち1人がAと判定しました。判定はAです。
                  1位です（判定A）。
                  基準を満たしたため、採択候補とします。
                """);
    }

    @Test
    void the_example_of_the_page_runs_and_is_shown_as_it_is_printed() throws IOException {
        var page = Files.readString(Path.of("src/docs/scoring/README.md"));
        var folder = Path.of("src/docs/scoring/example");
        var rule = folder.resolve("rule.json").toString();
        var sheets = folder.resolve("sheets.csv").toString();
        var proposals = folder.resolve("proposals.csv").toString();

        var open = Run.of(rule, sheets, "--proposals", proposals);
        assertThat(open.err()).isEmpty();
        assertThat(open.exit()).isEqualTo(ScoreCommand.NEEDS_PEOPLE);
        assertThat(page)
                .contains(open.out())
                .contains(Files.readString(folder.resolve("proposals.csv")))
                .contains(Files.readString(folder.resolve("yodogawa.csv")));

        var answered = folder.resolve("outcomes.json").toString();
        var done = Run.of(rule, sheets, "--proposals", proposals, "--outcomes", answered);
        assertThat(done.exit()).isZero();
        assertThat(done.out()).contains("花の道　23.0点　採択候補　200,000円");

        assertThat(Run.of(
                                rule,
                                folder.resolve("sheets.json").toString(),
                                "--proposals",
                                folder.resolve("proposals.json").toString(),
                                "--json")
                        .out())
                .isEqualTo(
                        Run.of(rule, sheets, "--proposals", proposals, "--json").out());
    }

    private static String lines(String proposal, String... totals) {
        var lines = new StringBuilder();
        var names = List.of("佐藤", "鈴木", "高橋");
        for (int i = 0; i < totals.length; i++) {
            lines.append(
                    proposal + "," + names.get(i) + "," + (totals[i].isEmpty() ? "欠席,," : "採点,," + totals[i]) + "\n");
        }
        return lines.toString();
    }

    private Run run(String rule, String sheets, String proposals, String... more) {
        var arguments = new ArrayList<>(List.of(
                Run.write(directory, "rule.json", rule),
                Run.write(directory, "sheets.csv", sheets),
                "--proposals",
                Run.write(directory, "proposals.csv", proposals)));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }
}
