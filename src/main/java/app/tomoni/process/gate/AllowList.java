package app.tomoni.process.gate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which elements a model may contain, below what, and with which attributes: what is not named does not exist. */
final class AllowList {

    static final AllowList BPMN = new AllowList("""
            definitions () id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            process (definitions) id name isExecutable isClosed camunda:historyTimeToLive camunda:versionTag
            collaboration (definitions) id name
            participant (collaboration) id name processRef
            laneSet (process subProcess) id name
            childLaneSet (lane) id name
            lane (laneSet childLaneSet) id name
            flowNodeRef (lane)
            documentation (*) id textFormat
            extensionElements (*)
            camunda:properties (extensionElements)
            camunda:property (camunda:properties) id name value
            camunda:in (extensionElements) source target variables
            camunda:out (extensionElements) source target variables
            message (definitions) id name
            error (definitions) id name errorCode
            category (definitions) id name
            categoryValue (category) id value
            startEvent (process subProcess) id name isInterrupting camunda:asyncBefore camunda:asyncAfter
            endEvent (process subProcess) id name camunda:asyncBefore
            intermediateThrowEvent (process subProcess) id name camunda:asyncBefore camunda:asyncAfter
            intermediateCatchEvent (process subProcess) id name camunda:asyncBefore camunda:asyncAfter
            boundaryEvent (process subProcess) id name attachedToRef cancelActivity camunda:asyncAfter
            timerEventDefinition (intermediateCatchEvent boundaryEvent) id
            timeDate (timerEventDefinition) xsi:type id
            messageEventDefinition (startEvent intermediateCatchEvent boundaryEvent) id messageRef
            errorEventDefinition (boundaryEvent endEvent) id errorRef
            terminateEventDefinition (endEvent) id
            sequenceFlow (process subProcess) id name sourceRef targetRef
            conditionExpression (sequenceFlow) xsi:type id
            incoming (*)
            outgoing (*)
            exclusiveGateway (process subProcess) id name default gatewayDirection camunda:asyncBefore camunda:asyncAfter
            inclusiveGateway (process subProcess) id name default gatewayDirection camunda:asyncBefore camunda:asyncAfter
            parallelGateway (process subProcess) id name gatewayDirection camunda:asyncBefore camunda:asyncAfter
            eventBasedGateway (process subProcess) id name gatewayDirection eventGatewayType camunda:asyncBefore
            userTask (process subProcess) id name default camunda:candidateGroups camunda:assignee camunda:formRef camunda:formRefBinding camunda:asyncBefore camunda:asyncAfter
            serviceTask (process subProcess) id name default camunda:delegateExpression camunda:asyncBefore camunda:asyncAfter
            receiveTask (process subProcess) id name default messageRef camunda:asyncBefore camunda:asyncAfter
            subProcess (process subProcess) id name default triggeredByEvent camunda:asyncBefore camunda:asyncAfter
            callActivity (process subProcess) id name default calledElement camunda:calledElementBinding camunda:asyncBefore camunda:asyncAfter
            multiInstanceLoopCharacteristics (userTask serviceTask receiveTask subProcess callActivity) id isSequential camunda:collection camunda:elementVariable camunda:asyncBefore camunda:asyncAfter
            completionCondition (multiInstanceLoopCharacteristics) xsi:type id
            textAnnotation (process subProcess collaboration) id textFormat
            text (textAnnotation)
            association (process subProcess collaboration) id sourceRef targetRef associationDirection
            group (process subProcess collaboration) id categoryValueRef
            """, Set.of("bpmndi:", "dc:", "di:"));

    static final AllowList DMN = new AllowList("""
            definitions () id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            description (*)
            extensionElements (*)
            decision (definitions) id name camunda:historyTimeToLive camunda:versionTag
            question (decision)
            allowedAnswers (decision)
            variable (decision inputData) id name typeRef
            inputData (definitions) id name
            informationRequirement (decision) id
            requiredInput (informationRequirement) href
            decisionTable (decision) id hitPolicy aggregation preferredOrientation outputLabel
            input (decisionTable) id label biodi:width camunda:inputVariable
            inputExpression (input) id typeRef expressionLanguage
            inputValues (input) id expressionLanguage
            output (decisionTable) id label name typeRef biodi:width
            outputValues (output) id expressionLanguage
            rule (decisionTable) id
            inputEntry (rule) id expressionLanguage
            outputEntry (rule) id expressionLanguage
            text (inputExpression inputValues outputValues inputEntry outputEntry textAnnotation)
            textAnnotation (definitions) id textFormat
            association (definitions) id associationDirection
            sourceRef (association) href
            targetRef (association) href
            """, Set.of("dmndi:", "dc:", "di:"));

    /** Attributes of the picture; its elements carry geometry and colours only. */
    private static final Set<String> PICTURE = Set.of(
            "id",
            "name",
            "resolution",
            "documentation",
            "bpmnElement",
            "dmnElementRef",
            "isHorizontal",
            "isExpanded",
            "isMarkerVisible",
            "isMessageVisible",
            "isListedInputData",
            "isCollapsed",
            "labelStyle",
            "messageVisibleKind",
            "participantBandKind",
            "choreographyActivityShape",
            "sourceElement",
            "targetElement",
            "x",
            "y",
            "width",
            "height",
            "size",
            "isBold",
            "isItalic",
            "isUnderline",
            "isStrikeThrough",
            "bioc:fill",
            "bioc:stroke",
            "color:background-color",
            "color:border-color",
            "color:color",
            "xsi:type");

    private static final Set<String> PICTURE_TAGS = Set.of(
            "bpmndi:BPMNDiagram",
            "bpmndi:BPMNPlane",
            "bpmndi:BPMNShape",
            "bpmndi:BPMNEdge",
            "bpmndi:BPMNLabel",
            "bpmndi:BPMNLabelStyle",
            "dmndi:DMNDI",
            "dmndi:DMNDiagram",
            "dmndi:DMNShape",
            "dmndi:DMNEdge",
            "dmndi:DMNLabel",
            "dmndi:Size",
            "dc:Bounds",
            "dc:Font",
            "dc:Dimension",
            "dc:Point",
            "di:waypoint",
            "di:Size");

    private record Line(Set<String> parents, Set<String> attributes) {}

    private final Map<String, Line> lines;
    private final Set<String> picturePrefixes;

    private AllowList(String table, Set<String> picturePrefixes) {
        this.picturePrefixes = picturePrefixes;
        this.lines = table.lines()
                .collect(Collectors.toUnmodifiableMap(line -> line.substring(0, line.indexOf(' ')), line -> {
                    int open = line.indexOf('(');
                    int close = line.indexOf(')');
                    return new Line(words(line.substring(open + 1, close)), words(line.substring(close + 1)));
                }));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Reports every element, place and attribute that is not on the list. */
    void check(Tag root, Findings findings) {
        root.all().forEach(tag -> {
            if (picturePrefixes.stream().anyMatch(tag.name()::startsWith)) {
                checkAttributes(tag, PICTURE_TAGS.contains(tag.name()) ? PICTURE : null, findings);
                return;
            }
            var line = lines.get(tag.name());
            var parent = tag.parent();
            boolean placed = line != null
                    && (parent == null
                            ? line.parents.isEmpty()
                            : line.parents.contains("*") || line.parents.contains(parent.name()));
            checkAttributes(tag, placed && line != null ? line.attributes : null, findings);
        });
    }

    private static void checkAttributes(
            Tag tag, @org.jspecify.annotations.Nullable Set<String> allowed, Findings findings) {
        if (allowed == null) {
            findings.add(tag, "element", tag.name());
            return;
        }
        tag.attributes().keySet().stream()
                .filter(attribute -> !allowed.contains(attribute))
                .forEach(attribute -> findings.add(tag, "attribute", tag.name(), attribute));
    }
}
