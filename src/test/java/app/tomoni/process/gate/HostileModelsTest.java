package app.tomoni.process.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who edits a model is not trusted: each of these would run code, read a file, or hang an engine without the gate. */
class HostileModelsTest {

    private static final String REQUEST = SampleModels.text(SampleModels.REQUEST);
    private static final String OPINION = SampleModels.text(SampleModels.OPINION);
    private static final String TABLE = SampleModels.text(SampleModels.ELIGIBILITY);
    private static final String FORM = SampleModels.text(SampleModels.CHECK_FORM);
    private static final String[] CALLS = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${execution.getVariable('a')}",
        "${execution.processInstanceId == 'a'}",
        "${task.name == 'a'}",
        "${runtimeService.deleteProcessInstance('a','b')}",
        "${answer_complete.class == 1}",
        "${answer_complete['class'] == 1}",
        "${now() == 1}",
        "${currentUser() == 'a'}",
        "${S('<a/>') == 1}",
        "${JSON('{}').prop('a') == 1}",
        "${authenticatedUserId == 'a'}",
        "${answer_complete ? a : b}",
        "${1 + 1 == 2}",
        "${answer_a == answer_b}",
        "#{answer_complete == true}",
        "${a}${b}",
        "x${answer_complete}",
        "${answer_complete == true",
        "${" + "(".repeat(5000) + "a" + ")".repeat(5000) + "}",
        "${" + "not ".repeat(60) + "runtimeService.toString()}",
        "${\u0061pplicationContext.environment}",
    };

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    /** @param worked what the check itself took, not what the machine did meanwhile */
    private record Answer(List<Finding> found, Duration worked) {}

    private final ProcessContract contract = new ProcessContract(SampleModels.VOCABULARY);

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> eachIsRefusedWithinASecondAndTouchesNothing() {
        return corpus().entrySet().stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.getKey(), () -> {
                    var files = SampleModels.all();
                    var file = hostile.getKey().substring(0, hostile.getKey().indexOf(' '));
                    files.put(file, hostile.getValue());
                    var answer = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                        var begun = CPU.getCurrentThreadCpuTime();
                        var found = contract.check(files);
                        return new Answer(found, Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begun));
                    });
                    assertThat(answer.worked()).isLessThan(Duration.ofSeconds(1));
                    assertThat(answer.found()).extracting(Finding::file).contains(file);
                    assertThat(canary()).doesNotExist();
                }));
    }

    @Test
    void callsOfCallsAreCountedOnceEachAndRefusedWhereTheyAreTooMany() {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 60; i++) {
            var drawing = new String(BranchesTest.drawing(i == 59 ? "s-e" : "s-c1 c1-c2 c2-e"), StandardCharsets.UTF_8);
            files.put(
                    "tree-ways" + i + ".bpmn",
                    drawing.replace("\"treeWays\"", "\"treeWays" + i + "\"")
                            .replace("treeCalled", "treeWays" + (i + 1))
                            .getBytes(StandardCharsets.UTF_8));
        }

        var found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> contract.check(files));

        assertThat(found).extracting(Finding::rule).containsOnly("too-much");
        assertThat(found).extracting(Finding::file).contains("tree-ways0.bpmn").doesNotContain("tree-ways59.bpmn");
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus()).hasSizeGreaterThan(120);
    }

    private Path canary() {
        return directory.resolve("canary");
    }

    private Map<String, byte[]> corpus() {
        var corpus = new LinkedHashMap<String, byte[]>();
        elements(corpus);
        attributes(corpus);
        expressions(corpus);
        encodings(corpus);
        tablesAndForms(corpus);
        growing(corpus);
        return corpus;
    }

    /** Each would be accepted piece by piece, and all together make more work than any engine can hold. */
    private static void growing(Map<String, byte[]> corpus) {
        var forks = new StringBuilder("s-p0");
        for (int i = 0; i < 50; i++) {
            forks.append(" p%1$d-x%1$d p%1$d-x%1$d x%1$d-%2$s".formatted(i, i == 49 ? "e" : "p" + (i + 1)));
        }
        corpus.put(BranchesTest.FILE + " two to the power of fifty", BranchesTest.drawing(forks.toString()));
        var list =
                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"advisers\" camunda:elementVariable=\"adviser\"/>";
        var inner = "<bpmn:startEvent id=\"s9\"/>";
        for (int i = 0; i < 10; i++) {
            inner =
                    "<bpmn:startEvent id=\"s%1$d\"/><bpmn:sequenceFlow id=\"f%1$d\" sourceRef=\"s%1$d\" targetRef=\"r%1$d\"/><bpmn:subProcess id=\"r%1$d\">%2$s%3$s</bpmn:subProcess>"
                            .formatted(i, inner.replace("s9", "inmost"), list);
        }
        var ways = new String(BranchesTest.drawing("s-t1 t1-e"), StandardCharsets.UTF_8);
        put(
                corpus,
                BranchesTest.FILE,
                "fifty to the power of ten",
                ways.replaceFirst("<bpmn:startEvent.*</bpmn:process>", inner + "</bpmn:process>"));
    }

    private void elements(Map<String, byte[]> corpus) {
        var script =
                "<bpmn:script>java.nio.file.Files.createFile(java.nio.file.Path.of('" + canary() + "'))</bpmn:script>";
        var inner = Map.ofEntries(
                Map.entry(
                        "script task",
                        "<bpmn:scriptTask id=\"runScript\" scriptFormat=\"javascript\">" + script
                                + "</bpmn:scriptTask>"),
                Map.entry(
                        "juel script",
                        "<bpmn:scriptTask id=\"runScript\" scriptFormat=\"juel\">" + script + "</bpmn:scriptTask>"),
                Map.entry(
                        "script resource",
                        "<bpmn:scriptTask id=\"runScript\" scriptFormat=\"groovy\" camunda:resource=\"classpath://x.groovy\"/>"),
                Map.entry(
                        "shell",
                        "<bpmn:serviceTask id=\"registerRequest2\" camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"touch\"/><camunda:field name=\"arg1\" stringValue=\""
                                + canary() + "\"/></bpmn:extensionElements></bpmn:serviceTask>"),
                Map.entry("mail", "<bpmn:serviceTask id=\"registerRequest2\" camunda:type=\"mail\"/>"),
                Map.entry(
                        "external",
                        "<bpmn:serviceTask id=\"registerRequest2\" camunda:type=\"external\" camunda:topic=\"x\"/>"),
                Map.entry(
                        "class",
                        "<bpmn:serviceTask id=\"registerRequest2\" camunda:class=\"java.lang.ProcessBuilder\"/>"),
                Map.entry(
                        "expression",
                        "<bpmn:serviceTask id=\"registerRequest2\" camunda:expression=\"${registerRequest.execute(null)}\"/>"),
                Map.entry(
                        "result",
                        "<bpmn:serviceTask id=\"registerRequest2\" camunda:expression=\"${1}\" camunda:resultVariable=\"x\"/>"),
                Map.entry("send task class", "<bpmn:sendTask id=\"sendThing\" camunda:class=\"x.Y\"/>"),
                Map.entry("rule task", "<bpmn:businessRuleTask id=\"ruleThing\" camunda:decisionRef=\"${a}\"/>"),
                Map.entry(
                        "message end",
                        "<bpmn:endEvent id=\"e9\"><bpmn:messageEventDefinition messageRef=\"Message_decided\" camunda:class=\"x.Y\"/></bpmn:endEvent>"),
                Map.entry(
                        "signal",
                        "<bpmn:intermediateThrowEvent id=\"e9\"><bpmn:signalEventDefinition signalRef=\"s\"/></bpmn:intermediateThrowEvent>"),
                Map.entry(
                        "conditional event",
                        "<bpmn:intermediateCatchEvent id=\"e9\"><bpmn:conditionalEventDefinition><bpmn:condition>${a.b()}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"),
                Map.entry(
                        "timer cycle",
                        "<bpmn:intermediateCatchEvent id=\"e9\"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"),
                Map.entry(
                        "timer duration",
                        "<bpmn:intermediateCatchEvent id=\"e9\"><bpmn:timerEventDefinition><bpmn:timeDuration>${a.b()}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"),
                Map.entry("transaction", "<bpmn:transaction id=\"t9\"/>"),
                Map.entry("adhoc", "<bpmn:adHocSubProcess id=\"t9\"/>"),
                Map.entry("complex gateway", "<bpmn:complexGateway id=\"t9\"/>"),
                Map.entry("plain task", "<bpmn:task id=\"t9\"/>"),
                Map.entry("io specification", "<bpmn:ioSpecification/>"),
                Map.entry("property", "<bpmn:property id=\"t9\"/>"));
        inner.forEach((name, xml) -> put(
                corpus,
                SampleModels.REQUEST,
                "element " + name,
                REQUEST.replace("<bpmn:endEvent id=\"withdrawn\"", xml + "<bpmn:endEvent id=\"withdrawn\"")));
        var extensions = Map.ofEntries(
                Map.entry("execution listener class", "<camunda:executionListener event=\"start\" class=\"x.Y\"/>"),
                Map.entry(
                        "execution listener expression",
                        "<camunda:executionListener event=\"start\" expression=\"${a.b()}\"/>"),
                Map.entry(
                        "execution listener script",
                        "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>"),
                Map.entry(
                        "task listener",
                        "<camunda:taskListener event=\"create\" delegateExpression=\"${registerRequest}\"/>"),
                Map.entry(
                        "io mapping",
                        "<camunda:inputOutput><camunda:inputParameter name=\"a\">${a.b()}</camunda:inputParameter></camunda:inputOutput>"),
                Map.entry(
                        "io script",
                        "<camunda:inputOutput><camunda:outputParameter name=\"a\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:outputParameter></camunda:inputOutput>"),
                Map.entry(
                        "connector",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                Map.entry(
                        "form data",
                        "<camunda:formData><camunda:formField id=\"a\" type=\"string\" defaultValue=\"${a.b()}\"/></camunda:formData>"),
                Map.entry(
                        "validation",
                        "<camunda:formData><camunda:formField id=\"a\"><camunda:validation><camunda:constraint name=\"validator\" config=\"x.Y\"/></camunda:validation></camunda:formField></camunda:formData>"),
                Map.entry("retry", "<camunda:failedJobRetryTimeCycle>R99999/PT0S</camunda:failedJobRetryTimeCycle>"),
                Map.entry("in expression", "<camunda:in sourceExpression=\"${a.b()}\" target=\"c\"/>"),
                Map.entry("in business key", "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>"),
                Map.entry(
                        "field",
                        "<camunda:field name=\"x\"><camunda:expression>${a.b()}</camunda:expression></camunda:field>"),
                Map.entry("foreign extension", "<x:y xmlns:x=\"http://x/\" a=\"b\"/>"),
                Map.entry(
                        "property expression",
                        "<camunda:properties><camunda:property name=\"staff\" value=\"${a.b()}\"/></camunda:properties>"),
                Map.entry(
                        "alias listener",
                        "<a:executionListener xmlns:a=\"http://activiti.org/bpmn\" event=\"start\" class=\"x.Y\"/>"));
        extensions.forEach((name, xml) -> put(
                corpus,
                SampleModels.REQUEST,
                "extension " + name,
                REQUEST.replaceFirst(
                        "<bpmn:extensionElements>",
                        java.util.regex.Matcher.quoteReplacement("<bpmn:extensionElements>" + xml))));
        put(
                corpus,
                SampleModels.OPINION,
                "loop cardinality",
                OPINION.replace(
                        "camunda:elementVariable=\"adviser\" />",
                        "camunda:elementVariable=\"adviser\"><bpmn:loopCardinality>${a.b()}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"));
        put(
                corpus,
                SampleModels.OPINION,
                "completion condition",
                OPINION.replace(
                        "camunda:elementVariable=\"adviser\" />",
                        "camunda:elementVariable=\"adviser\"><bpmn:completionCondition>${a.b()}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>"));
        put(
                corpus,
                SampleModels.REQUEST,
                "import",
                REQUEST.replace(
                        "<bpmn:process ",
                        "<bpmn:import importType=\"x\" location=\"file:///etc/passwd\" namespace=\"x\"/><bpmn:process "));
        put(
                corpus,
                SampleModels.REQUEST,
                "second process",
                REQUEST.replace(
                        "</bpmn:process>", "</bpmn:process><bpmn:process id=\"other\" isExecutable=\"true\"/>"));
        put(
                corpus,
                SampleModels.REQUEST,
                "condition script",
                REQUEST.replace(
                        "xsi:type=\"bpmn:tFormalExpression\">${answer",
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">${answer"));
        put(
                corpus,
                SampleModels.REQUEST,
                "thousand steps",
                REQUEST.replace(
                        "<bpmn:endEvent id=\"withdrawn\"", endEvents(1000) + "<bpmn:endEvent id=\"withdrawn\""));
    }

    private static String endEvents(int count) {
        var events = new StringBuilder();
        for (int i = 0; i < count; i++) {
            events.append("<bpmn:endEvent id=\"end").append(i).append("\"/>");
        }
        return events.toString();
    }

    private void attributes(Map<String, byte[]> corpus) {
        for (var attribute : new String[] {
            "formKey=\"embedded:app:x.html\"",
            "formHandlerClass=\"x.Y\"",
            "dueDate=\"${a.b()}\"",
            "followUpDate=\"${a.b()}\"",
            "priority=\"${a.b()}\"",
            "candidateUsers=\"${a.b()}\"",
            "formRefVersion=\"${a.b()}\"",
            "jobPriority=\"${a.b()}\"",
            "exclusive=\"false\""
        }) {
            put(
                    corpus,
                    SampleModels.REQUEST,
                    "task attribute " + attribute,
                    REQUEST.replace(
                            "<bpmn:userTask id=\"checkRequest\"",
                            "<bpmn:userTask camunda:" + attribute + " id=\"checkRequest\""));
        }
        for (var attribute : new String[] {
            "calledElementTenantId=\"${a.b()}\"",
            "variableMappingClass=\"x.Y\"",
            "variableMappingDelegateExpression=\"${x}\"",
            "caseRef=\"x\"",
            "calledElementVersion=\"${a}\""
        }) {
            put(
                    corpus,
                    SampleModels.REQUEST,
                    "call attribute " + attribute,
                    REQUEST.replace("<bpmn:callActivity ", "<bpmn:callActivity camunda:" + attribute + " "));
        }
        for (var alias : new String[] {
            "http://activiti.org/bpmn",
            "http://camunda.org/schema/1.0/dmn",
            "http://camunda.org/schema/1.0/bpmn ",
            "http://camunda.org/schema/1.0/BPMN",
            "http://www.omg.org/spec/BPMN/20100524/MODEL/"
        }) {
            put(
                    corpus,
                    SampleModels.REQUEST,
                    "namespace " + alias,
                    REQUEST.replace(
                            "<bpmn:serviceTask id=\"registerRequest\"",
                            "<bpmn:serviceTask xmlns:a=\"" + alias + "\" a:class=\"x.Y\" id=\"registerRequest\""));
        }
        put(
                corpus,
                SampleModels.REQUEST,
                "two namespaces with one short name",
                REQUEST.replace(
                        "camunda:delegateExpression=\"${registerRequest}\"",
                        "camunda:delegateExpression=\"${remindApplicant}\" xmlns:d=\"http://camunda.org/schema/1.0/dmn\""
                                + " d:delegateExpression=\"${registerRequest}\""));
        put(
                corpus,
                SampleModels.REQUEST,
                "schema location",
                REQUEST.replace(
                        "id=\"Definitions_tree\"",
                        "id=\"Definitions_tree\" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL http://127.0.0.1:1/x.xsd\""));
        put(
                corpus,
                SampleModels.REQUEST,
                "expression language",
                REQUEST.replace(
                        "id=\"Definitions_tree\"", "id=\"Definitions_tree\" expressionLanguage=\"javascript\""));
        put(corpus, SampleModels.REQUEST, "name expression", REQUEST.replace("name=\"内容を確かめる\"", "name=\"${a.b()}\""));
        put(corpus, SampleModels.REQUEST, "deferred name", REQUEST.replace("name=\"内容を確かめる\"", "name=\"#{a.b()}\""));
        put(
                corpus,
                SampleModels.REQUEST,
                "encoded name",
                REQUEST.replace("name=\"内容を確かめる\"", "name=\"&#36;&#123;a.b()}\""));
        put(corpus, SampleModels.REQUEST, "documentation", REQUEST.replace("試験のための小さな手続き", "${a.b()}"));
        put(
                corpus,
                SampleModels.REQUEST,
                "documentation in cdata",
                REQUEST.replace("試験のための小さな手続き", "<![CDATA[$]]><![CDATA[{a.b()}]]>"));
        put(
                corpus,
                SampleModels.REQUEST,
                "error code",
                REQUEST.replace(
                        "<bpmn:message id=\"Message_decided\"",
                        "<bpmn:error id=\"er\" errorCode=\"${a.b()}\"/><bpmn:message id=\"Message_decided\""));
        put(
                corpus,
                SampleModels.REQUEST,
                "huge attribute",
                REQUEST.replace("name=\"内容を確かめる\"", "name=\"" + "x".repeat(500_000) + "\""));
        put(
                corpus,
                SampleModels.REQUEST,
                "delegate with space",
                REQUEST.replace("\"${registerRequest}\"", "\"${ registerRequest }\""));
        put(corpus, SampleModels.REQUEST, "delegate of a bean", REQUEST.replace("registerRequest", "dataSource"));
        put(
                corpus,
                SampleModels.REQUEST,
                "delegate method",
                REQUEST.replace("\"${registerRequest}\"", "\"${registerRequest.execute}\""));
    }

    private static void expressions(Map<String, byte[]> corpus) {
        var condition = "${answer_complete == true and not (answer_outcome == 'refuse')}";
        for (var call : CALLS) {
            var escaped = call.replace("<", "&lt;");
            put(corpus, SampleModels.REQUEST, "condition " + shorten(call), REQUEST.replace(condition, escaped));
            put(
                    corpus,
                    SampleModels.REQUEST,
                    "timer " + shorten(call),
                    REQUEST.replace("${deadlines.supplement - 3}", escaped));
            put(corpus, SampleModels.OPINION, "assignee " + shorten(call), OPINION.replace("${adviser}", escaped));
        }
    }

    private static String shorten(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }

    private static void encodings(Map<String, byte[]> corpus) {
        var doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        put(
                corpus,
                SampleModels.REQUEST,
                "doctype",
                REQUEST.replace("<bpmn:definitions", "<!DOCTYPE x><bpmn:definitions"));
        put(
                corpus,
                SampleModels.REQUEST,
                "external entity",
                REQUEST.replace("<bpmn:definitions", doctype + "<bpmn:definitions")
                        .replace("試験のため", "&a;"));
        put(
                corpus,
                SampleModels.REQUEST,
                "parameter entity",
                REQUEST.replace(
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/x\"> %a;]><bpmn:definitions"));
        put(
                corpus,
                SampleModels.REQUEST,
                "external subset",
                REQUEST.replace(
                        "<bpmn:definitions", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><bpmn:definitions"));
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        put(
                corpus,
                SampleModels.REQUEST,
                "billion laughs",
                REQUEST.replace("<bpmn:definitions", laughs + "]><bpmn:definitions")
                        .replace("試験のため", "&a19;"));
        put(corpus, SampleModels.REQUEST, "undeclared entity", REQUEST.replace("試験のため", "&a;"));
        put(
                corpus,
                SampleModels.REQUEST,
                "instruction",
                REQUEST.replace(
                        "<bpmn:definitions", "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?><bpmn:definitions"));
        put(
                corpus,
                SampleModels.REQUEST,
                "xinclude",
                REQUEST.replace(
                        "<bpmn:process ",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><bpmn:process "));
        put(
                corpus,
                SampleModels.REQUEST,
                "deep nesting",
                REQUEST.replace("<bpmn:process ", "<bpmn:a>".repeat(50_000) + "<bpmn:process "));
        put(
                corpus,
                SampleModels.REQUEST,
                "many attributes",
                REQUEST.replace("<bpmn:process ", "<bpmn:process " + manyAttributes()));
        put(corpus, SampleModels.REQUEST, "too large", REQUEST + " ".repeat(Xml.MOST_BYTES));
        put(corpus, SampleModels.REQUEST, "not xml", "PK\u0003\u0004");
        put(corpus, SampleModels.REQUEST, "empty", "");
        for (var charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "Shift_JIS", "EUC-JP"}) {
            corpus.put(
                    SampleModels.REQUEST + " encoded as " + charset,
                    REQUEST.replace("UTF-8", charset).getBytes(Charset.forName(charset)));
        }
        put(corpus, SampleModels.REQUEST, "utf-7 declared", REQUEST.replace("UTF-8", "UTF-7"));
        put(corpus, SampleModels.REQUEST, "utf-16 declared over utf-8", REQUEST.replace("UTF-8", "UTF-16"));
        put(corpus, SampleModels.REQUEST, "ebcdic declared", REQUEST.replace("UTF-8", "IBM037"));
        put(corpus, SampleModels.REQUEST, "nul", REQUEST.replace("試験", "\0"));
        corpus.put(SampleModels.REQUEST + " overlong", broken());
    }

    private static byte[] broken() {
        var bytes = REQUEST.getBytes(StandardCharsets.UTF_8);
        bytes[200] = (byte) 0xC0;
        bytes[201] = (byte) 0xBC;
        return bytes;
    }

    private static String manyAttributes() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes.append("a").append(i).append("=\"\" ");
        }
        return attributes.toString();
    }

    private static void tablesAndForms(Map<String, byte[]> corpus) {
        for (var language : new String[] {"juel", "javascript", "groovy", "JUEL", "feel2"}) {
            put(
                    corpus,
                    SampleModels.ELIGIBILITY,
                    "language " + language,
                    TABLE.replace(
                            "<inputEntry id=\"few1\">",
                            "<inputEntry id=\"few1\" expressionLanguage=\"" + language + "\">"));
        }
        for (var feel : new String[] {
            "${a.b()}",
            "function(x) external { java: { class: \"java.lang.Runtime\" } }",
            "{a: 1}.a",
            "9**999999999",
            "matches(\"a\", \"(a+)+\")",
            "members.class",
            "replace(\"a\",\"b\",\"c\")",
            "/*\"*/ count(for a in 1..30000, b in 1..100000 return a) /*\"*/",
            "// \"\ncount(for a in 1..30000, b in 1..100000 return a) // \"",
            "matches/*x*/(\"a\", \"(a+)+\")",
            "matches //\n (\"a\", \"(a+)+\")",
            "matches\u00a0(\"a\", \"(a+)+\")",
            "matches\u3000(\"a\", \"(a+)+\")",
            "`matches`(\"a\", \"(a+)+\")",
            "contains(string: \"a\", match: \"a\")",
            "some a in [1, 2] satisfies a = 1",
            "every\na in [1, 2] satisfies a = 1",
            "count([1,1,1][count([1,1,1][count([1,1,1][item = 1]) = 3]) = 3])",
            "members[item = 1]",
            "\"a\"[true]",
            "members instance of number",
            "date and time(\"2020-01-01T00:00:00\")",
            "@\"2020-01-01\"",
            "\"\\\" matches(\"",
            "2 ** 3",
            "1" + " + 1".repeat(100)
        }) {
            put(corpus, SampleModels.ELIGIBILITY, "feel " + feel, TABLE.replace("&lt; 5", feel));
        }
        put(
                corpus,
                SampleModels.ELIGIBILITY,
                "literal expression",
                TABLE.replace("<decisionTable", "<literalExpression><text>1</text></literalExpression><decisionTable"));
        put(
                corpus,
                SampleModels.ELIGIBILITY,
                "text grown from table to table",
                TABLE.replace(
                        "<decisionTable",
                        "<informationRequirement id=\"x\"><requiredDecision href=\"#y\"/></informationRequirement><decisionTable"));
        put(
                corpus,
                SampleModels.ELIGIBILITY,
                "business knowledge",
                TABLE.replace("<decision ", "<businessKnowledgeModel id=\"x\"/><decision "));
        put(
                corpus,
                SampleModels.ELIGIBILITY,
                "input variable",
                TABLE.replace("<input id=\"members\"", "<input camunda:inputVariable=\"execution\" id=\"members\""));
        put(corpus, SampleModels.ELIGIBILITY, "doctype", TABLE.replace("<definitions", "<!DOCTYPE x><definitions"));
        for (var bad : new String[] {
            "\"valuesExpression\":\"=a.b()\"",
            "\"defaultValue\":\"=now()\"",
            "\"action\":\"http://x\"",
            "\"text\":\"{{ secret }}\"",
            "\"description\":\"<script>alert(1)</script>\"",
            "\"label\":\"${a.b()}\"",
            "\"url\":\"http://x\"",
            "\"properties\":{\"onload\":\"x\"}"
        }) {
            put(
                    corpus,
                    SampleModels.CHECK_FORM,
                    "setting " + bad,
                    FORM.replace("\"type\":\"number\"", "\"type\":\"number\"," + bad));
        }
        for (var type : new String[] {
            "iframe",
            "html",
            "button",
            "expression",
            "documentPreview",
            "filepicker",
            "image",
            "table",
            "dynamiclist",
            "script"
        }) {
            put(
                    corpus,
                    SampleModels.CHECK_FORM,
                    "type " + type,
                    FORM.replace("\"type\":\"number\"", "\"type\":\"" + type + "\""));
        }
        put(corpus, SampleModels.CHECK_FORM, "deep", "{\"id\":" + "[".repeat(100_000));
        put(corpus, SampleModels.CHECK_FORM, "twice", FORM.replaceFirst("\"id\":", "\"id\":\"x\",\"id\":"));
        put(corpus, "anything.js", "script file", "1");
        put(corpus, "anything.cmmn", "case file", "<x/>");
        put(corpus, "anything.groovy", "script file", "1");
    }

    private static void put(Map<String, byte[]> corpus, String file, String name, String content) {
        assertThat(content).as(name).isNotIn(REQUEST, OPINION, TABLE, FORM);
        assertThat(corpus.put(file + " " + name, content.getBytes(StandardCharsets.UTF_8)))
                .as(name)
                .isNull();
    }
}
