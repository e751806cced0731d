package app.tomoni.process.gate;

import app.tomoni.account.Office;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of a process drawing, beyond which elements exist at all. */
final class BpmnRules {

    static final int MOST_ELEMENTS = 300;

    static final Set<String> FLOW_NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateThrowEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "userTask",
            "serviceTask",
            "receiveTask",
            "subProcess",
            "callActivity");

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,80}");
    private static final Pattern VERB_AND_NOUN = Pattern.compile("[a-z]+[0-9]*(?:[A-Z][A-Za-z0-9]*)+");
    private static final Pattern DAYS = Pattern.compile("P?\\d{1,5}D?");
    private static final Pattern MESSAGE = Pattern.compile("(?:[A-Z][a-z0-9]+){2,}");
    private static final Pattern MESSAGE_KEY = Pattern.compile("[a-z]+(?:\\.[a-z][A-Za-z0-9-]*)+");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");
    private static final Set<String> IRREGULAR_PAST = Set.of(
            "Begun",
            "Broken",
            "Chosen",
            "Done",
            "Drawn",
            "Found",
            "Given",
            "Gone",
            "Heard",
            "Held",
            "Kept",
            "Known",
            "Left",
            "Lost",
            "Made",
            "Met",
            "Paid",
            "Put",
            "Read",
            "Said",
            "Seen",
            "Sent",
            "Set",
            "Shown",
            "Sought",
            "Spent",
            "Sworn",
            "Taken",
            "Told",
            "Undone",
            "Withdrawn",
            "Withheld",
            "Won",
            "Written");

    private final Vocabulary vocabulary;
    private final Set<String> forms;
    private final Set<String> formsForGroups;
    private final CallGraph calls;
    private final Findings findings;
    private String process = "";

    /** @param formsForGroups those of the forms with answers that the group of the case and the panel read */
    BpmnRules(
            Vocabulary vocabulary, Set<String> forms, Set<String> formsForGroups, CallGraph calls, Findings findings) {
        this.vocabulary = vocabulary;
        this.forms = forms;
        this.formsForGroups = formsForGroups;
        this.calls = calls;
        this.findings = findings;
    }

    void check(String stem, Tag root) {
        AllowList.BPMN.check(root, findings);
        if (!root.is("definitions")) {
            return;
        }
        var processes = root.children("process").toList();
        if (processes.size() != 1) {
            findings.add(root, "one-process", processes.size());
            return;
        }
        var process = processes.getFirst();
        this.process = process.id();
        long elements = process.all()
                .filter(tag -> FLOW_NODES.contains(tag.name()) || tag.is("sequenceFlow"))
                .count();
        if (elements > MOST_ELEMENTS) {
            findings.add(process, "too-many", elements, MOST_ELEMENTS);
            return;
        }
        checkIds(root);
        checkExpressions(root);
        root.children("message").forEach(this::checkMessage);
        root.children("error").forEach(this::checkError);
        checkProcess(stem, process);
        var names = root.all()
                .filter(tag -> !tag.id().isEmpty())
                .collect(Collectors.toMap(Tag::id, tag -> tag, (first, second) -> first));
        process.all().forEach(tag -> checkNode(tag, names));
        new WordRules(vocabulary, findings).check(process);
        new FlowRules(calls, findings).check(process);
    }

    private void checkProcess(String stem, Tag process) {
        if (!process.id().equals(ProcessContract.camelCase(stem))) {
            findings.add(process, "process-id", ProcessContract.camelCase(stem));
        }
        if (!process.attribute("isExecutable").orElse("").equals("true")) {
            findings.add(process, "executable");
        }
        var kept = process.attribute("camunda:historyTimeToLive").orElse("");
        if (!DAYS.matcher(kept).matches() || kept.startsWith("P") != kept.endsWith("D")) {
            findings.add(process, "history", kept);
        }
        calls.circle(process.id()).ifPresent(circle -> findings.add(process, "calls-itself", circle));
    }

    private void checkIds(Tag root) {
        var seen = new HashSet<String>();
        root.all().filter(tag -> tag.attributes().containsKey("id")).forEach(tag -> {
            if (!ID.matcher(tag.id()).matches()) {
                findings.add(tag, "id", tag.id());
            } else if (!seen.add(tag.id())) {
                findings.add(tag, "id-twice", tag.id());
            }
        });
    }

    /** An expression may stand in five places only; anywhere else the engine would run it unasked. */
    private void checkExpressions(Tag root) {
        root.all().forEach(tag -> {
            tag.attributes().forEach((attribute, value) -> {
                boolean place = attribute.equals("camunda:delegateExpression") || attribute.equals("camunda:assignee");
                if (!place && holdsExpression(value)) {
                    findings.add(tag, "expression-place", value);
                }
            });
            if (!tag.is("conditionExpression", "completionCondition", "timeDate") && holdsExpression(tag.text())) {
                findings.add(tag, "expression-place", tag.text());
            }
        });
    }

    private static boolean holdsExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void checkMessage(Tag message) {
        var name = message.attribute("name").orElse("");
        boolean past = WORD.matcher(name)
                .results()
                .anyMatch(word -> word.group().endsWith("ed") || IRREGULAR_PAST.contains(word.group()));
        if (!MESSAGE.matcher(name).matches() || !past) {
            findings.add(message, "message", name);
        }
    }

    private void checkError(Tag error) {
        var code = error.attribute("errorCode").orElse("");
        if (!MESSAGE_KEY.matcher(code).matches()) {
            findings.add(error, "error", code);
        }
    }

    private void checkNode(Tag tag, Map<String, Tag> names) {
        if (FLOW_NODES.contains(tag.name()) && tag.id().isEmpty()) {
            findings.add(tag, "id", "");
        }
        switch (tag.name()) {
            case "serviceTask" -> checkServiceTask(tag);
            case "userTask" -> checkUserTask(tag);
            case "callActivity" -> checkCall(tag);
            case "sequenceFlow" -> {
                checkReference(tag, "sourceRef", FLOW_NODES, names);
                checkReference(tag, "targetRef", FLOW_NODES, names);
                tag.child("conditionExpression").ifPresent(this::checkCondition);
            }
            case "completionCondition" -> checkCondition(tag);
            case "boundaryEvent" -> {
                checkReference(tag, "attachedToRef", FLOW_NODES, names);
                checkHasDefinition(tag);
            }
            case "messageEventDefinition", "receiveTask" -> checkReference(tag, "messageRef", Set.of("message"), names);
            case "errorEventDefinition" -> checkReference(tag, "errorRef", Set.of("error"), names);
            case "timerEventDefinition" -> checkTimer(tag);
            case "multiInstanceLoopCharacteristics" -> checkList(tag);
            case "intermediateCatchEvent" -> checkHasDefinition(tag);
            case "startEvent" -> checkStart(tag);
            default -> {
                // the allow-list has seen it
            }
        }
    }

    private void checkHasDefinition(Tag event) {
        long definitions = event.children().stream()
                .filter(child -> child.name().endsWith("EventDefinition"))
                .count();
        if (definitions != 1) {
            findings.add(event, "event", definitions);
        }
    }

    private void checkStart(Tag start) {
        var parent = start.parent();
        boolean inEvent = parent != null
                && parent.attribute("triggeredByEvent").orElse("").equals("true");
        boolean message = start.child("messageEventDefinition").isPresent();
        if (inEvent != message) {
            findings.add(start, "start");
        }
    }

    private void checkReference(Tag tag, String attribute, Set<String> kinds, Map<String, Tag> names) {
        var target = names.get(tag.attribute(attribute).orElse(""));
        if (target == null || !kinds.contains(target.name())) {
            findings.add(tag, "reference", attribute, tag.attribute(attribute).orElse(""));
        }
    }

    private void checkServiceTask(Tag task) {
        checkVerbAndNoun(task);
        var expression = task.attribute("camunda:delegateExpression").orElse("");
        if (!expression.equals("${" + task.id() + "}")) {
            findings.add(task, "delegate", task.id());
        } else if (!vocabulary.steps().contains(task.id())) {
            findings.add(task, "step-unknown", task.id());
        }
    }

    private void checkVerbAndNoun(Tag task) {
        if (!VERB_AND_NOUN.matcher(task.id()).matches() || Grammar.RESERVED.contains(task.id())) {
            findings.add(task, "verb-noun", task.id());
        }
    }

    private void checkUserTask(Tag task) {
        checkVerbAndNoun(task);
        var office = task.attribute("camunda:candidateGroups").orElse("");
        if (!vocabulary.offices().contains(office)) {
            findings.add(task, "office", office);
        } else if (Office.withKey(office).filter(Office::ofGroup).isPresent() && calls.isOfCall(process)) {
            findings.add(task, "office-of-group", office);
        }
        var assignee = task.attribute("camunda:assignee").orElse("");
        if (!assignee.isEmpty()) {
            boolean variable = assignee.startsWith("${")
                    && assignee.endsWith("}")
                    && isFreeName(assignee.substring(2, assignee.length() - 1));
            if (!variable) {
                findings.add(task, "assignee", assignee);
            }
        }
        var form = task.attribute("camunda:formRef").orElse("");
        if (form.isEmpty()) {
            if (!vocabulary.views().contains(task.id())) {
                findings.add(task, "no-form", task.id());
            }
        } else if (!form.equals(task.id())) {
            findings.add(task, "form-name", form, task.id());
        } else if (!forms.contains(form)) {
            findings.add(task, "form-missing", form);
        } else if (!task.attribute("camunda:formRefBinding").orElse("").equals("deployment")) {
            findings.add(task, "binding", "formRefBinding");
        } else if (formsForGroups.contains(form)
                && (Office.withKey(office).filter(Office::ofDepartment).isEmpty() || calls.isOfCall(process))) {
            findings.add(task, "form-audience-office", form);
        }
    }

    private void checkCall(Tag call) {
        var called = call.attribute("calledElement").orElse("");
        if (!calls.knows(called)) {
            findings.add(call, "called-missing", called);
        }
        if (!call.attribute("camunda:calledElementBinding").orElse("").equals("deployment")) {
            findings.add(call, "binding", "calledElementBinding");
        }
        call.children("extensionElements")
                .flatMap(extension -> extension.children().stream())
                .filter(mapping -> mapping.is("camunda:in", "camunda:out"))
                .forEach(this::checkMapping);
    }

    private void checkMapping(Tag mapping) {
        var all = mapping.attribute("variables").orElse("");
        boolean everything = all.equals("all") && mapping.attributes().size() == 1;
        boolean one = all.isEmpty()
                && isFreeName(mapping.attribute("source").orElse(""))
                && isFreeName(mapping.attribute("target").orElse(""));
        if (!everything && !one) {
            findings.add(mapping, "mapping");
        }
    }

    private void checkCondition(Tag condition) {
        try {
            Grammar.variables(condition.text()).stream()
                    .filter(name -> !isFreeName(name) && !isCounter(condition, name))
                    .forEach(name -> findings.add(condition, "reserved", name));
        } catch (NotAllowed refused) {
            findings.add(condition, "condition", condition.text());
        }
    }

    private static boolean isCounter(Tag condition, String name) {
        return condition.is("completionCondition") && name.startsWith("nrOf");
    }

    private void checkTimer(Tag timer) {
        var date = timer.child("timeDate").map(Tag::text).orElse("");
        if (Grammar.deadline(date).isEmpty()) {
            findings.add(timer, "timer", date);
        }
    }

    private void checkList(Tag list) {
        for (var attribute : List.of("camunda:collection", "camunda:elementVariable")) {
            var name = list.attribute(attribute).orElse("");
            if (!isFreeName(name)) {
                findings.add(list, "list", attribute, name);
            }
        }
    }

    private boolean isFreeName(String name) {
        return Grammar.NAME.matcher(name).matches()
                && !Grammar.RESERVED.contains(name)
                && !vocabulary.steps().contains(name);
    }
}
