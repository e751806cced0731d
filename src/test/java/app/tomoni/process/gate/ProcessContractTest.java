package app.tomoni.process.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessContractTest {

    private final ProcessContract contract = new ProcessContract(SampleModels.VOCABULARY);

    @Test
    void letsGoodModelsPass() {
        assertThat(contract.check(SampleModels.all())).isEmpty();
    }

    @Test
    void everyFindingHasWordsInBothLanguages() {
        var finding = new Finding("a.bpmn", "x", "delegate", List.of("sendLetter"));

        assertThat(finding.line(Locale.JAPANESE)).startsWith("a.bpmn: x: ").contains("「${sendLetter}」");
        assertThat(finding.text(Locale.ENGLISH)).contains("\"${sendLetter}\"");
    }

    static Stream<Arguments> mistakes() {
        var request = SampleModels.REQUEST;
        return Stream.of(
                arguments("process-id", request, "id=\"treeRequest\"", "id=\"treerequest\""),
                arguments("executable", request, "isExecutable=\"true\"", "isExecutable=\"false\""),
                arguments("history", request, "P1825D", "P5Y"),
                arguments("history", request, " camunda:historyTimeToLive=\"P1825D\"", ""),
                arguments("verb-noun", request, "id=\"registerRequest\"", "id=\"register\""),
                arguments("delegate", request, "${registerRequest}", "${registerrequest}"),
                arguments("step-unknown", request, "registerRequest", "registerOther"),
                arguments(
                        "namespace",
                        request,
                        "camunda:delegateExpression=\"${registerRequest}\"",
                        "camunda:delegateExpression=\"${remindApplicant}\" xmlns:d=\"http://camunda.org/schema/1.0/dmn\""
                                + " d:delegateExpression=\"${registerRequest}\""),
                arguments(
                        "attribute-twice",
                        request,
                        "camunda:delegateExpression=\"${registerRequest}\"",
                        "camunda:delegateExpression=\"${remindApplicant}\" xmlns:d=\"http://camunda.org/schema/1.0/dmn\""
                                + " d:delegateExpression=\"${registerRequest}\""),
                arguments("office", request, "=\"secretariat\"", "=\"management\""),
                arguments("office", request, "=\"secretariat\"", "=\"secretariat,approver\""),
                arguments("form-name", request, "formRef=\"checkRequest\"", "formRef=\"otherForm\""),
                arguments("binding", request, "formRefBinding=\"deployment\"", "formRefBinding=\"latest\""),
                arguments("no-form", request, "supplementRequest", "supplementOther"),
                arguments("binding", request, "calledElementBinding=\"deployment\"", "calledElementBinding=\"latest\""),
                arguments("called-missing", request, "calledElement=\"treeOpinion\"", "calledElement=\"other\""),
                arguments("called-missing", request, "calledElement=\"treeOpinion\"", "calledElement=\"${other}\""),
                arguments("calls-itself", request, "calledElement=\"treeOpinion\"", "calledElement=\"treeRequest\""),
                arguments("message", request, "RequestWithdrawn", "WithdrawRequest"),
                arguments("reference", request, "messageRef=\"Message_decided\"", "messageRef=\"Message_gone\""),
                arguments("reserved", request, "answer_complete", "execution1 == 1 and authenticatedUserId"),
                arguments("timer", request, "${deadlines.supplement - 3}", "PT5M"),
                arguments("timer", request, "${deadlines.supplement - 3}", "2026-01-01T00:00:00"),
                arguments("timer", request, "${deadlines.supplement - 3}", "${dueDate}"),
                arguments(
                        "words-missing",
                        request,
                        "name=\"staff\" value=\"{who}が決めて",
                        "name=\"note\" value=\"{who}が決めて"),
                arguments("placeholder", request, "{who}が決めています", "{name}が決めています"),
                arguments("who-missing", request, "<camunda:property name=\"who\" value=\"approver\" />", ""),
                arguments("deadline", request, "<camunda:property name=\"deadline\" value=\"check\" />", ""),
                arguments(
                        "due-without-deadline", request, "<camunda:property name=\"deadline\" value=\"check\" />", ""),
                arguments("count-without-list", request, "受け付けました。", "{of}件中{done}件"),
                arguments("property", request, "name=\"next.en\"", "name=\"next.fr\""),
                arguments("id-twice", request, "id=\"withdrawn\"", "id=\"reminderEnded\""),
                arguments(
                        "starts",
                        request,
                        "<bpmn:endEvent id=\"reminderEnded\" />",
                        "<bpmn:endEvent id=\"reminderEnded\" /><bpmn:startEvent id=\"second\" />"),
                arguments(
                        "cycle",
                        request,
                        "sourceRef=\"remindApplicant\" targetRef=\"reminderEnded\"",
                        "sourceRef=\"remindApplicant\" targetRef=\"remindApplicant\""),
                arguments(
                        "cycle",
                        request,
                        "sourceRef=\"registerRequest\" targetRef=\"checkRequest\"",
                        "sourceRef=\"registerRequest\" targetRef=\"registerRequest\""),
                arguments("list", SampleModels.OPINION, "collection=\"advisers\"", "collection=\"${advisers}\""),
                arguments("list", SampleModels.OPINION, "collection=\"advisers\"", "collection=\"execution\""),
                arguments("assignee", SampleModels.OPINION, "${adviser}", "${adviser == 1}"),
                arguments(
                        "element",
                        SampleModels.OPINION,
                        "<bpmn:multiInstanceLoopCharacteristics",
                        "<bpmn:standardLoopCharacteristics"),
                arguments("form-type", SampleModels.CHECK_FORM, "\"checkbox\"", "\"iframe\""),
                arguments("form-id", SampleModels.CHECK_FORM, "\"id\":\"checkRequest\"", "\"id\":\"other\""),
                arguments("form-property", SampleModels.CHECK_FORM, "\"required\":true", "\"pattern\":\"(a+)+$\""),
                arguments("form-key", SampleModels.CHECK_FORM, "\"key\":\"trees\"", "\"key\":\"execution\""),
                arguments("form-hide", SampleModels.CHECK_FORM, "=complete = false", "=count(complete) = 1"),
                arguments("form-unreadable", SampleModels.CHECK_FORM, "=complete = false", "=trees < 3"),
                arguments(
                        "form-unreadable",
                        SampleModels.CHECK_FORM,
                        "\"key\":\"trees\"",
                        "\"defaultValue\":\"3\",\"key\":\"trees\""),
                arguments("form-hide-key", SampleModels.CHECK_FORM, "=complete = false", "=other = false"),
                arguments(
                        "form-widget",
                        SampleModels.CHECK_FORM,
                        "{\"tomoni:variable\":\"true\"}",
                        "{\"tomoni:widget\":\"map\"}"),
                arguments(
                        "form-audience",
                        SampleModels.CHECK_FORM,
                        "{\"tomoni:variable\":\"true\"}",
                        "{\"tomoni:audience\":\"everyone\"}"),
                arguments(
                        "form-audience-public",
                        SampleModels.CHECK_FORM,
                        "{\"tomoni:variable\":\"true\"}",
                        "{\"tomoni:audience\":\"secretariat\",\"tomoni:public\":\"true\"}"),
                arguments(
                        "form-audience-hide",
                        SampleModels.CHECK_FORM,
                        "\"label\":\"そろっている\",\"properties\":{\"tomoni:variable\":\"true\"}",
                        "\"label\":\"そろっている\",\"properties\":{\"tomoni:audience\":\"secretariat\"}"),
                arguments(
                        "form-audience-hide-group",
                        SampleModels.CHECK_FORM,
                        "{\"tomoni:variable\":\"true\"},\"conditional\"",
                        "{\"tomoni:audience\":\"group\"},\"conditional\""),
                arguments(
                        "form-audience-office",
                        SampleModels.CHECK_FORM,
                        "\"label\":\"本数\"",
                        "\"label\":\"本数\",\"properties\":{\"tomoni:audience\":\"group\"}"),
                arguments(
                        "form-variable",
                        SampleModels.CHECK_FORM,
                        "\"required\":true,\"maxLength\":200}",
                        "\"maxLength\":200},\"properties\":{\"tomoni:variable\":\"true\"}"),
                arguments(
                        "decision-id",
                        SampleModels.ELIGIBILITY,
                        "decision id=\"eligibility\"",
                        "decision id=\"other\""),
                arguments("feel", SampleModels.ELIGIBILITY, "not(true)", "matches(inCity, \"(a+)+\")"),
                arguments("feel", SampleModels.ELIGIBILITY, "not(true)", "for i in 1..9999999 return i"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "&lt; 5",
                "[1..5], (10..20), &gt; 30",
                "\"https://example.jp\", \"/* ` */\"",
                "not(\"a\", \"b\")",
                "date(\"2026-04-01\")",
                "count([members, inCity]) &gt;= 1 and not (? in (3, 4))",
                "if members &gt; 3 then \"多い\" else \"少ない\"",
                "members between 1 and (2 + 3 * 4 / 2 - 1)",
            })
    void aTableMayCompareValues(String feel) {
        var table = SampleModels.text(SampleModels.ELIGIBILITY).replace("not(true)", feel);

        assertThat(contract.check(java.util.Map.of(SampleModels.ELIGIBILITY, table.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("mistakes")
    void namesWhatIsWrong(String rule, String file, String original, String mistake) {
        var files = SampleModels.all();
        var bent = SampleModels.text(file).replace(original, mistake);
        assertThat(bent).isNotEqualTo(SampleModels.text(file));
        files.put(file, bent.getBytes(StandardCharsets.UTF_8));

        var found = contract.check(files);

        assertThat(found).extracting(Finding::rule).contains(rule);
        assertThat(found)
                .allSatisfy(finding -> assertThat(finding.line(Locale.JAPANESE)).doesNotContain("\n", "{0}"));
    }

    @Test
    void aListMayBeEmptySoItStopsNoCircle() {
        var circling = SampleModels.text(SampleModels.OPINION)
                .replace("targetRef=\"opinionsGathered\"", "targetRef=\"writeOpinion\"");

        assertThat(contract.check(java.util.Map.of("tree-opinion.bpmn", circling.getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::rule)
                .contains("cycle");
    }

    @Test
    void theCommandSaysEachFindingOnOneLineAndLooksBesideTheFile(@TempDir Path directory) throws IOException {
        for (var file : SampleModels.all().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var offices = Set.of("secretariat", "group-editor", "reviewer", "approver");
        var model = directory.resolve(SampleModels.OPINION).toString();

        assertThat(run(offices, out, err, model)).isZero();
        Files.writeString(directory.resolve(SampleModels.OPINION), "<!DOCTYPE x><x/>");
        assertThat(run(offices, out, err, model)).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith(model + ": -: DOCTYPE");
        assertThat(run(offices, out, err, directory.resolve("none.bpmn").toString()))
                .isEqualTo(2);
        assertThat(run(offices, out, err)).isEqualTo(2);
    }

    /** Nobody can say what else is to be mended in a file that is no text, or no drawing to its end. */
    @Test
    void theCommandTellsAFileThatCannotBeReadFromOneToMend(@TempDir Path directory) throws IOException {
        var whole = SampleModels.text(SampleModels.OPINION);
        var form = SampleModels.text(SampleModels.CHECK_FORM);
        var unreadable = new LinkedHashMap<String, byte[]>();
        unreadable.put("empty.bpmn", new byte[0]);
        unreadable.put("blank.form", " \n".getBytes(StandardCharsets.UTF_8));
        unreadable.put("picture.bpmn", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
        unreadable.put("two-bytes-a-letter.bpmn", whole.getBytes(StandardCharsets.UTF_16));
        unreadable.put("old-japanese.dmn", "<definitions name=\"判定\"/>".getBytes(Charset.forName("Shift_JIS")));
        unreadable.put("torn.bpmn", whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8));
        unreadable.put("torn.form", form.substring(0, form.length() / 2).getBytes(StandardCharsets.UTF_8));
        for (var file : unreadable.entrySet()) {
            var path = Files.write(directory.resolve(file.getKey()), file.getValue());
            var out = new ByteArrayOutputStream();
            assertThat(run(Set.of(), out, new ByteArrayOutputStream(), path.toString()))
                    .as(file.getKey())
                    .isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .startsWith(path + ": -: ");
        }
        var wrong = Files.writeString(directory.resolve("wrong.bpmn"), "<definitions/>");
        assertThat(run(Set.of(), new ByteArrayOutputStream(), new ByteArrayOutputStream(), wrong.toString()))
                .isOne();
    }

    private static int run(Set<String> offices, ByteArrayOutputStream out, ByteArrayOutputStream err, String... files) {
        return CheckCommand.run(
                files,
                offices,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
