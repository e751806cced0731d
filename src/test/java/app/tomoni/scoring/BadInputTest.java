package app.tomoni.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.tomoni.scoring.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each is refused with file, line, column and reason in words, and nothing is printed as a result. */
class BadInputTest {

    private static final String HEAD = "proposal,reviewer,participation,criterion,score\n";
    private static final String AB = HEAD + "P,r1,SCORED,a,5\nP,r1,SCORED,b,5\nP,r2,SCORED,a,5\nP,r2,SCORED,b,5\n";
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    @TempDir
    Path directory;

    static Stream<Arguments> sheets() {
        return Stream.of(
                arguments("score too high", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,11"), 3, 5, "0–10"),
                arguments("score below zero", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,-1"), 3, 5, "「-1」"),
                arguments("score between steps", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,4.5"), 3, 5, "「4.5」"),
                arguments("not a number", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,五"), 3, 5, "「五」は点数として"),
                arguments("a circle for points", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,○"), 3, 5, "「○」は点数として"),
                arguments("an exponent", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,1e1"), 3, 5, "「1e1」は点数として"),
                arguments("empty score", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,b,"), 3, 5, "点がありません"),
                arguments("missing criterion", AB.replace("P,r2,SCORED,b,5\n", ""), 4, 2, "項目「b」の点がありません"),
                arguments("criterion without sheets", AB.replaceAll("P,r.,SCORED,b,5\n", ""), 12, 63, "「b」の採点が一つも"),
                arguments("unknown criterion", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,c,5"), 3, 5, "審査項目「c」は"),
                arguments("a total under criteria", AB.replace("P,r1,SCORED,b,5", "P,r1,SCORED,,5"), 3, 4, "審査項目「」は"),
                arguments("the same mark twice", AB + "P,r2,SCORED,b,6\n", 6, 4, "二度書かれています"),
                arguments("a reviewer twice", AB + "P,r3,RECUSED,,\nP,r3,RECUSED,,\n", 7, 2, "二度書かれています"),
                arguments("a sheet by a recused reviewer", AB + "P,r3,RECUSED,a,5\n", 6, 5, "採点しない"),
                arguments("recused after scoring", AB + "P,r2,RECUSED,,\n", 6, 3, "採点しない"),
                arguments("recused before scoring", AB + "P,r3,RECUSED,,\nP,r3,SCORED,a,5\n", 7, 3, "採点しない"),
                arguments("unknown participation", AB + "P,r3,LATE,,\n", 6, 3, "参加の区分「LATE」"),
                arguments("no participation", AB + "P,r3,,,\n", 6, 3, "「participation」が空です"),
                arguments("no reviewer", AB + "P,,RECUSED,,\n", 6, 2, "「reviewer」が空です"),
                arguments("a gap", AB + "Q,r1,RECUSED,,\n", 6, 1, "r2委員の提案「Q」の行がありません"),
                arguments("a missing column", AB.replace(",score", ""), 2, 5, "列の数が見出しと"),
                arguments("a missing header", AB.substring(HEAD.length()), 1, 1, "「proposal」の列がありません"),
                arguments(
                        "an unknown column",
                        AB.replace("criterion,score", "criterion,score,色").replaceAll("5\n", "5,\n"),
                        1,
                        6,
                        "「色」という列は"),
                arguments("a column twice", AB.replace("criterion,score", "criterion,score,score"), 1, 6, "同じ列が二度"),
                arguments("an open quote", AB + "\"P,r3,RECUSED,,\n", 6, 1, "引用符"),
                arguments("an open quote in the first row", HEAD + "P,\"r3,RECUSED,,\n", 2, 2, "引用符"),
                arguments("an open quote in the header", "proposal,\"reviewer\n", 1, 2, "引用符"),
                arguments(
                        "an open quote behind a field of two lines",
                        HEAD + "P,\"r\r\n\"\"3\",RECUSED,,\r\nP,r4,\"ABSENT,,\n",
                        4,
                        3,
                        "引用符"),
                arguments("more behind a quote", AB + "P,\"r3\" x,RECUSED,,\n", 6, 2, "引用符"),
                arguments(
                        "an unknown column under blank lines",
                        "\n\n" + HEAD.replace("score", "score,色") + "P,r1,SCORED,a,5,\n",
                        3,
                        6,
                        "「色」という列は"),
                arguments("a missing column under a blank line", "\nproposal,reviewer\n", 2, 1, "列がありません"),
                arguments("two names that look alike", AB + "Ｐ,r1,RECUSED,,\nＰ,r2,RECUSED,,\n", 6, 1, "区別できません"),
                arguments("an empty file", "", 1, 1, "ファイルの中身がありません"),
                arguments("only white space", " \n\n", 1, 1, "ファイルの中身がありません"),
                arguments("only a header", HEAD, 1, 1, "提案「P」の採点が一つもありません"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sheets")
    void refused_sheets(String name, String sheets, int line, int column, String reason) {
        var rule = Samples.criteria(Map.of("disclosure", "\"MEANS\""));
        var proposals = name.equals("only a header") ? "proposal\nP\n" : "";
        var run = run(rule, sheets, proposals, "");

        var file = name.equals("criterion without sheets") ? "rule.json" : "sheets.csv";
        refused(run, file, line, column, reason);
    }

    static Stream<Arguments> jsonSheets() {
        var sheet =
                "{\"proposal\": \"P\", \"reviewer\": \"r1\", \"participation\": \"SCORED\", \"marks\": {\"a\": 5, \"b\": 5}}";
        var other = sheet.replace("r1", "r2");
        return Stream.of(
                arguments("score too high", sheet.replace("\"b\": 5", "\"b\": 11"), 2, 82, "0–10"),
                arguments("not a number", sheet.replace("\"b\": 5", "\"b\": true"), 2, 82, "「」は点数として"),
                arguments("unknown criterion", sheet.replace("\"b\": 5", "\"b\": 5, \"c\": 1"), 2, 90, "審査項目「c」は"),
                arguments("missing criterion", sheet + ",\n" + other.replace(", \"b\": 5", ""), 3, 19, "項目「b」の点がありません"),
                arguments("a reviewer twice", sheet + ",\n" + other + ",\n" + sheet, 4, 19, "二度書かれています"),
                arguments(
                        "a total under criteria",
                        sheet.replace("\"marks\"", "\"total\": 5, \"marks\""),
                        2,
                        64,
                        "「」は提案"),
                arguments("a total over the highest", sheet.replaceAll("\"marks.*", "\"total\": 101}"), 2, 64, "0–100"),
                arguments(
                        "a sheet by a recused reviewer",
                        sheet.replace("SCORED", "RECUSED") + ",\n" + other,
                        2,
                        19,
                        "採点しない"),
                arguments("unknown participation", sheet.replace("SCORED", "LATE"), 2, 37, "「participation」の値「LATE」"),
                arguments(
                        "unknown key", sheet.replace("\"marks\"", "\"colour\": 1, \"marks\""), 2, 64, "「colour」という項目"),
                arguments("a line that is no sheet", sheet + ",\n5", 3, 1, "ここには波括弧で囲んだ内容が必要です。"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jsonSheets")
    void refused_sheets_as_json(String name, String sheets, int line, int column, String reason) {
        var rule = name.equals("a total over the highest") ? Samples.totals(Map.of()) : Samples.criteria(Map.of());
        var json = "{\"format\": \"tomoni-scoring-scores/1\", \"level\": \"NAMED\", \"sheets\": [\n" + sheets + "]}";

        refused(run(rule, json, "", ""), "sheets.csv", line, column, reason);
    }

    static Stream<Arguments> jsonFigures() {
        var figure = "{\"proposal\": \"P\", \"sheets\": 3, \"means\": {\"a\": \"13/3\", \"b\": 5}}";
        return Stream.of(
                arguments("a mean too high", figure.replace("13/3", "31/3"), 2, 42, "点「31/3」は付けられません"),
                arguments("no mean", figure.replace("13/3", "x"), 2, 42, "「a」には数が必要です"),
                arguments("half a reviewer", figure.replace("3, ", "\"x\", "), 2, 19, "「sheets」には整数が必要です"),
                arguments("fewer than no reviewers", figure.replace("3, ", "-1, "), 2, 19, "0から9999まで"),
                arguments("too little", figure.replace(", \"b\": 5", ""), 2, 2, "公表値から評価点を計算できません"),
                arguments(
                        "an unknown result",
                        figure.replace("\"means\"", "\"out\": [\"LATE\"], \"means\""),
                        2,
                        32,
                        "「LATE」は審査の結果"),
                arguments(
                        "a result that is no text",
                        figure.replace("\"means\"", "\"out\": [1], \"means\""),
                        2,
                        40,
                        "文字列"),
                arguments("twice", figure + ",\n" + figure, 3, 2, "公表値が二度"),
                arguments(
                        "a total that cannot be",
                        figure.replace("\"means\": {\"a\": \"13/3\", \"b\": 5}", "\"total\": 21"),
                        2,
                        32,
                        "0–20"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jsonFigures")
    void refused_figures_as_json(String name, String figures, int line, int column, String reason) {
        var json = "{\"format\": \"tomoni-scoring-scores/1\", \"level\": \"MEANS\", \"figures\": [\n" + figures + "]}";

        refused(run(Samples.criteria(Map.of()), json, "", ""), "sheets.csv", line, column, reason);
    }

    @Test
    void refused_proposals_as_json() {
        var rule = Samples.totals(
                Map.of("award", "{\"type\": \"REQUESTED\"}", "votes", "{\"as\": \"AUDIENCE_SHARE\", \"pool\": 1}"));
        var json = "{\"format\": \"tomoni-scoring-proposals/1\", \"proposals\": [\n%s]}";
        var whole = "{\"proposal\": \"P\", \"requestedYen\": 1, \"votes\": 0}";
        var sheets = HEAD + "P,r1,SCORED,,5\n";

        refused(
                run(rule, sheets, json.formatted("{\"proposal\": \"P\", \"votes\": 0}"), ""),
                "proposals.csv",
                2,
                1,
                "申請額");
        refused(
                run(rule, sheets, json.formatted("{\"proposal\": \"P\", \"requestedYen\": 1}"), ""),
                "proposals.csv",
                2,
                1,
                "票数がありません");
        refused(
                run(rule, sheets, json.formatted(whole.replace(": 1,", ": -1,")), ""),
                "proposals.csv",
                2,
                19,
                "0から999999999999");
        refused(
                run(rule, sheets, json.formatted(whole.replace("0}", "0, \"renewalYear\": 0}")), ""),
                "proposals.csv",
                2,
                50,
                "1から99まで");
        refused(run(rule, sheets, json.formatted(whole + ",\n" + whole), ""), "proposals.csv", 3, 2, "二度書かれて");
        assertThat(run(rule, sheets, json.formatted(whole), "").err()).isEmpty();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments("sum with exclusion", Map.of("aggregate", "{\"method\": \"SUM\"}"), 6, 3, "ほかの委員の平均で補う"),
                arguments(
                        "ranks with exclusion",
                        Map.of("aggregate", "{\"method\": \"RANK_SUM\", \"sheets\": \"MARKS\"}"),
                        6,
                        3,
                        "順位の合計"),
                arguments(
                        "a line above the maximum",
                        Map.of("thresholds", "[{\"type\": \"TOTAL\", \"points\": 101}]"),
                        8,
                        36,
                        "基準101が最高の100"),
                arguments(
                        "more than all percent",
                        Map.of("thresholds", "[{\"type\": \"TOTAL\", \"percent\": 101}]"),
                        8,
                        36,
                        "基準101が最高の100"),
                arguments(
                        "points and percent",
                        Map.of("thresholds", "[{\"type\": \"TOTAL\", \"points\": 1, \"percent\": 1}]"),
                        8,
                        18,
                        "どちらか一つだけ"),
                arguments("a negative budget", Map.of("budgetYen", "-1"), 13, 3, "0から999999999999まで"),
                arguments("an unknown key", Map.of("colour", "\"red\""), 13, 3, "「colour」という項目はありません"),
                arguments("a missing key", Map.of("recusal", ""), 1, 1, "「recusal」がありません"),
                arguments("an unknown value", Map.of("recusal", "\"FORGET\""), 6, 3, "「FORGET」は使えません"),
                arguments(
                        "a key twice", Map.of("recusal", "\"EXCLUDE\", \"recusal\": \"EXCLUDE\""), 6, 34, "二度書かれています"),
                arguments("no JSON", Map.of("recusal", "EXCLUDE"), 6, 14, "JSONの書き方"),
                arguments("an exponent", Map.of("sheetMax", "1e999999999"), 4, 15, "指数"),
                arguments(
                        "criteria and maximum",
                        Map.of("criteria", "[{\"id\": \"a\", \"name\": {\"ja\": \"あ\"}, \"max\": 5}]"),
                        1,
                        1,
                        "どちらか一つ"),
                arguments(
                        "trimmed to nothing",
                        Map.of(
                                "aggregate",
                                "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 2}"),
                        5,
                        72,
                        "2より大きい数"),
                arguments(
                        "a budget walk without a budget",
                        Map.of("selection", "{\"by\": \"WITHIN_BUDGET\", \"whenOver\": \"STOP\"}"),
                        10,
                        3,
                        "予算額"),
                arguments(
                        "a tie by an unknown criterion",
                        Map.of("ties", "[{\"by\": \"CRITERION\", \"criterion\": \"x\"}]"),
                        9,
                        32,
                        "「x」がありません"),
                arguments(
                        "people before figures",
                        Map.of("ties", "[{\"by\": \"CHAIR\"}, {\"by\": \"SMALLER_REQUEST\"}]"),
                        9,
                        12,
                        "最後に"),
                arguments("means without criteria", Map.of("disclosure", "\"MEANS\""), 12, 3, "項目ごとの平均を公表できません"),
                arguments(
                        "a line on ranks",
                        Map.of(
                                "sheetMax",
                                "",
                                "aggregate",
                                "{\"method\": \"RANK_SUM\", \"sheets\": \"RANKS\"}",
                                "recusal",
                                "\"FILL_WITH_MEAN_OF_OTHERS\"",
                                "thresholds",
                                "[{\"type\": \"TOTAL\", \"points\": 1}]"),
                        7,
                        18,
                        "点数の基準を使えません"),
                arguments("a sheet without points", Map.of("sheetMax", "0"), 4, 3, "0より大きい数"),
                arguments("nothing at all", Map.of("format", "\"else\""), 2, 3, "使える値：tomoni-scoring-rule/1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void refused_rules(String name, Map<String, String> parts, int line, int column, String reason) {
        refused(run(Samples.totals(parts), HEAD + "P,r1,SCORED,,5\n", "", ""), "rule.json", line, column, reason);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                arguments(
                        "a tie of proposals that are not tied",
                        "\"ties\": [{\"order\": [\"P\", \"R\"]}]",
                        "同点の組と一致しません"),
                arguments("a part of a tie", "\"ties\": [{\"order\": [\"P\"]}]", "同点の組と一致しません"),
                arguments("a tie with a repetition", "\"ties\": [{\"order\": [\"P\", \"Q\", \"Q\"]}]", "同点の組と一致しません"),
                arguments("an unknown proposal", "\"ties\": [{\"order\": [\"P\", \"X\"]}]", "提案「X」は提案の一覧に"),
                arguments(
                        "an answer that nobody asked for",
                        "\"answers\": [{\"proposal\": \"R\", \"answer\": \"ACCEPTED\"}]",
                        "回答を求めていません"),
                arguments(
                        "two answers",
                        "\"answers\": [{\"proposal\": \"P\", \"answer\": \"ACCEPTED\"}, {\"proposal\": \"P\", \"answer\": \"DECLINED\"}]",
                        "二度書かれています"),
                arguments(
                        "an amount for nobody we know",
                        "\"amounts\": [{\"proposal\": \"X\", \"yen\": 1}]",
                        "提案「X」は提案の一覧に"),
                arguments(
                        "a verdict for nobody we know",
                        "\"verdicts\": [{\"proposal\": \"X\", \"verdict\": \"A\"}]",
                        "提案「X」は提案の一覧に"),
                arguments(
                        "an answer by nobody we know",
                        "\"answers\": [{\"proposal\": \"X\", \"answer\": \"ACCEPTED\"}]",
                        "提案「X」は提案の一覧に"),
                arguments(
                        "an amount that nobody asked for",
                        "\"amounts\": [{\"proposal\": \"P\", \"yen\": 1}]",
                        "額を委員会が定める場面ではありません"),
                arguments(
                        "a verdict under points",
                        "\"verdicts\": [{\"proposal\": \"P\", \"verdict\": \"A\"}]",
                        "判定「A」はこの規則に"),
                arguments("an unknown key", "\"colour\": 1", "「colour」という項目はありません"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void refused_outcomes(String name, String part, String reason) {
        var rule = Samples.totals(Map.of("thresholds", "[{\"type\": \"TOTAL\", \"points\": 5}]"));
        var sheets = HEAD + "P,r1,SCORED,,9\nQ,r1,SCORED,,9\nR,r1,SCORED,,4\n";
        var run = run(rule, sheets, "", "{\"format\": \"tomoni-scoring-outcomes/1\",\n" + part + "}");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("outcomes.jsonの2行").contains(reason);
    }

    static Stream<Arguments> proposals() {
        return Stream.of(
                arguments("a negative request", "proposal,requestedYen\nP,-1\n", 2, 2, "「-1」"),
                arguments("a request beyond all money", "proposal,requestedYen\nP,1000000000000\n", 2, 2, "0以上の整数"),
                arguments("a request with decimals", "proposal,requestedYen\nP,1.5\n", 2, 2, "0以上の整数"),
                arguments("no request", "proposal,requestedYen\nP,\n", 2, 2, "申請額がありません"),
                arguments("names that look alike", "proposal,requestedYen\nP,1\nＰ,1\n", 3, 1, "区別できません"),
                arguments("a proposal twice", "proposal,requestedYen\nP,1\nP,1\n", 3, 1, "二度書かれています"),
                arguments("an unknown status", "proposal,requestedYen,status\nP,1,GONE\n", 2, 3, "状態「GONE」"),
                arguments("a year of zero", "proposal,requestedYen,renewalYear\nP,1,0\n", 2, 3, "年次は1から"),
                arguments(
                        "a year beyond all calendars",
                        "proposal,requestedYen,renewalYear\nP,1,3000000000\n",
                        2,
                        3,
                        "年次は1から99まで"),
                arguments("a year too late", "proposal,requestedYen,renewalYear\nP,1,100\n", 2, 3, "年次は1から99まで"),
                arguments("a column of its own", "proposal,requestedYen,name\nP,1,x\n", 1, 3, "「name」という列は"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proposals")
    void refused_proposals(String name, String proposals, int line, int column, String reason) {
        var rule = Samples.totals(Map.of("award", "{\"type\": \"REQUESTED\"}"));
        refused(run(rule, HEAD + "P,r1,SCORED,,5\n", proposals, ""), "proposals.csv", line, column, reason);
    }

    @Test
    void a_list_of_proposals_is_asked_for_where_the_rule_needs_it() {
        var rule = Samples.totals(Map.of("award", "{\"type\": \"REQUESTED\"}"));
        refused(run(rule, HEAD + "P,r1,SCORED,,5\n", "", ""), "rule.json", 1, 1, "--proposals");
    }

    @Test
    void a_sheet_for_a_proposal_that_is_not_listed_is_refused() {
        refused(
                run(Samples.totals(Map.of()), HEAD + "P,r1,SCORED,,5\nQ,r1,SCORED,,5\n", "proposal\nP\n", ""),
                "sheets.csv",
                3,
                2,
                "提案「Q」は提案の一覧にありません");
    }

    @Test
    void too_few_sheets_to_trim_without_a_fallback_are_refused() {
        var rule = Samples.totals(Map.of(
                "aggregate", "{\"method\": \"TRIMMED_MEAN\", \"dropHigh\": 1, \"dropLow\": 1, \"needsAtLeast\": 3}"));
        refused(run(rule, HEAD + "P,r1,SCORED,,5\nP,r2,SCORED,,5\n", "", ""), "sheets.csv", 2, 1, "必要な3人分に足りません");
    }

    @Test
    void a_line_above_what_the_sheets_can_add_up_to_is_refused() {
        var rule = Samples.totals(Map.of(
                "aggregate", "{\"method\": \"SUM\"}",
                "recusal", "\"FILL_WITH_MEAN_OF_OTHERS\"",
                "thresholds", "[{\"type\": \"TOTAL\", \"points\": 201}]"));
        refused(run(rule, HEAD + "P,r1,SCORED,,5\nP,r2,SCORED,,5\n", "", ""), "rule.json", 8, 36, "基準201が最高の200");
    }

    @Test
    void other_encodings_are_refused_and_shift_jis_is_not() throws IOException {
        var text = HEAD + "提案,委員長,採点,,5\n";
        var encodings = Map.of(
                "utf16.csv",
                StandardCharsets.UTF_16,
                "utf16le.csv",
                StandardCharsets.UTF_16LE,
                "euc.csv",
                Charset.forName("EUC-JP"),
                "jis.csv",
                Charset.forName("ISO-2022-JP"));
        for (var each : encodings.entrySet()) {
            var file = Files.write(directory.resolve(each.getKey()), text.getBytes(each.getValue()));
            var run = Run.of(Run.write(directory, "rule.json", Samples.totals(Map.of())), file.toString());
            assertThat(run.exit()).as(each.getKey()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(each.getKey()).contains("文字コード");
        }
        var rule = Run.write(directory, "rule.json", Samples.totals(Map.of()));
        for (var bytes : List.of(
                text.getBytes(SHIFT_JIS),
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))) {
            var run = Run.of(
                    rule, Files.write(directory.resolve("sheets.csv"), bytes).toString());
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("1位　提案　5.0点　採択候補");
        }
    }

    @Test
    void a_file_of_a_hundred_megabytes_is_refused_by_its_size() throws IOException {
        var file = directory.resolve("sheets.csv");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L * 1024 * 1024);
        }
        refused(
                Run.of(Run.write(directory, "rule.json", Samples.totals(Map.of())), file.toString()),
                "sheets.csv",
                1,
                1,
                "32MB");
    }

    @Test
    @Tag("exhaustive")
    void a_file_at_the_limit_is_read_and_one_byte_more_is_not() throws IOException {
        var rule = Run.write(directory, "rule.json", Samples.totals(Map.of()));
        var text = HEAD + "P,r1,SCORED,,5\n";
        var full = text + "\n".repeat(SourceText.MAX_BYTES - text.length());
        assertThat(Run.of(rule, Run.write(directory, "full.csv", full)).exit()).isZero();
        refused(Run.of(rule, Run.write(directory, "over.csv", full + "\n")), "over.csv", 1, 1, "32MB");

        var piped = Run.with(new ByteArrayInputStream((full + "\n").getBytes(StandardCharsets.UTF_8)), rule, "-");
        refused(piped, "-", 1, 1, "32MB");
    }

    @Test
    void a_year_is_asked_for_where_the_rule_needs_it() {
        var rule = Samples.totals(Map.of("renewal", "{\"fromYear\": 2, \"factor\": 1}"));
        refused(
                run(rule, HEAD + "P,r1,SCORED,,5\n", "proposal,renewalYear\nP,\n", ""),
                "proposals.csv",
                2,
                2,
                "年次がありません");
    }

    @Test
    void a_published_verdict_that_the_rule_does_not_have_is_refused() {
        var grades =
                "{\"method\": \"VERDICT\", \"grades\": [{\"id\": \"A\", \"name\": {\"ja\": \"甲\"}, \"meaning\": \"ADOPT\"},"
                        + " {\"id\": \"B\", \"name\": {\"ja\": \"乙\"}, \"meaning\": \"DO_NOT_ADOPT\"}]}";
        var rule = Samples.totals(Map.of("sheetMax", "", "aggregate", grades));
        refused(
                run(rule, "proposal,sheets,item,numerator,denominator\nP,3,#total,9,1\n", "", ""),
                "sheets.csv",
                2,
                4,
                "1–2");
        refused(run(rule, HEAD + "P,r1,SCORED,,C\n", "", ""), "sheets.csv", 2, 5, "「C」は点数として");
        var outcomes = "{\"format\": \"tomoni-scoring-outcomes/1\",\n"
                + "\"verdicts\": [{\"proposal\": \"P\", \"verdict\": \"C\"}]}";
        refused(
                run(rule, HEAD + "P,r1,SCORED,,A\nP,r2,SCORED,,B\n", "", outcomes),
                "outcomes.json",
                2,
                14,
                "判定「C」はこの規則にありません");
    }

    @Test
    void a_total_stands_once_on_a_sheet() {
        refused(
                run(Samples.totals(Map.of()), HEAD + "P,r1,SCORED,,5\nP,r1,SCORED,,5\n", "", ""),
                "sheets.csv",
                3,
                4,
                "r1委員の提案「P」の採点が二度書かれています");
    }

    @Test
    void a_fault_of_ours_is_no_result_that_needs_people() {
        var broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        var run = Run.with(broken, Run.write(directory, "rule.json", Samples.totals(Map.of())), "-");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("思わぬ誤りのため").contains("broken");
    }

    @Test
    void sheets_may_come_through_a_pipe() {
        var rule = Run.write(directory, "rule.json", Samples.totals(Map.of()));
        var sheets = new ByteArrayInputStream((HEAD + "P,r1,SCORED,,5\n").getBytes(StandardCharsets.UTF_8));

        assertThat(Run.with(sheets, rule, "-").out()).contains("1位　P　5.0点　採択候補");
    }

    @Test
    void a_sheet_has_one_side() {
        var rule = Samples.totals(Map.of(
                "sheetMax",
                "",
                "criteria",
                "[{\"id\": \"a\", \"name\": {\"ja\": \"あ\"}, \"max\": 5}, {\"id\": \"b\", \"name\": {\"ja\": \"い\"}, \"max\": 5}]",
                "aggregate",
                "{\"method\": \"PARTY_SPLIT\", \"parties\": [{\"id\": \"x\", \"name\": {\"ja\": \"甲\"}, \"share\": 50},"
                        + " {\"id\": \"y\", \"name\": {\"ja\": \"乙\"}, \"share\": 50}]}"));
        var head = "proposal,reviewer,participation,criterion,score,party\n";

        refused(run(rule, head + "P,r1,SCORED,a,5,x\nP,r1,SCORED,b,5,y\n", "", ""), "sheets.csv", 3, 6, "どの側の採点か");
        refused(run(rule, head + "P,r1,SCORED,a,5,z\nP,r1,SCORED,b,5,z\n", "", ""), "sheets.csv", 2, 2, "どの側の採点か");
    }

    @Test
    void files_that_are_not_there_and_strange_arguments_are_explained() {
        var rule = Run.write(directory, "rule.json", Samples.totals(Map.of()));

        assertThat(Run.of(rule, "/nowhere.csv").err()).contains("/nowhere.csvを読み込めません");
        assertThat(Run.of(rule, "/nowhere.csv").exit()).isEqualTo(ScoreCommand.REFUSED);
        assertThat(Run.of(rule, directory.toString()).err()).contains("読み込めません");
        for (var arguments : List.of(
                new String[] {},
                new String[] {rule},
                new String[] {rule, "a", "b"},
                new String[] {rule, "a", "--colour"},
                new String[] {rule, "a", "--proposals"},
                new String[] {rule, "a", "--replay", "t"},
                new String[] {"--replay", "t", "--outcomes", "o"})) {
            var run = Run.of(arguments);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("使い方");
        }
    }

    private Run run(String rule, String sheets, String proposals, String outcomes) {
        var arguments = new ArrayList<>(
                List.of(Run.write(directory, "rule.json", rule), Run.write(directory, "sheets.csv", sheets)));
        if (!proposals.isEmpty()) {
            arguments.addAll(List.of("--proposals", Run.write(directory, "proposals.csv", proposals)));
        }
        if (!outcomes.isEmpty()) {
            arguments.addAll(List.of("--outcomes", Run.write(directory, "outcomes.json", outcomes)));
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private static void refused(Run run, String file, int line, int column, String reason) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(file + "の" + line + "行" + column + "列：").contains(reason);
    }
}
