package app.tomoni.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The models as they are shipped, into which somebody has drawn 「担当課の意見」 after the formal check: a task of the
 * department with a form of four questions: two that the group and the panel read, one that neither does, and one for the
 * secretariat.
 */
public final class DrawnOpinion {

    public static final String TASK = "giveOpinion";

    private static final String BEFORE = "sourceRef=\"checkDecided\" targetRef=\"screenProposal\"";

    private static final String TASK_DRAWN = """
            <bpmn:userTask id="giveOpinion" name="担当課の意見" camunda:candidateGroups="department" camunda:formRef="giveOpinion" camunda:formRefBinding="deployment">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="deadline" value="formalCheck"/>
                  <camunda:property name="applicant" value="{who}が{due}までに、意見をまとめています。"/>
                  <camunda:property name="staff" value="{who}が{due}までに、意見を書きます。"/>
                  <camunda:property name="public" value="市の担当課が意見をまとめています。"/>
                  <camunda:property name="next" value="審査委員会の審査に進みます。"/>
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:incoming>checkDecidedToGiveOpinion</bpmn:incoming>
              <bpmn:outgoing>giveOpinionToScreenProposal</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="opinionLate" name="意見の期限が過ぎた" attachedToRef="giveOpinion" cancelActivity="false">
              <bpmn:outgoing>opinionLateToNoted</bpmn:outgoing>
              <bpmn:timerEventDefinition id="opinionLateTimer"><bpmn:timeDate>${deadlines.formalCheck}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="noted" name="期限が過ぎた">
              <bpmn:incoming>opinionLateToNoted</bpmn:incoming>
            </bpmn:endEvent>
            <bpmn:sequenceFlow id="opinionLateToNoted" sourceRef="opinionLate" targetRef="noted"/>
            <bpmn:sequenceFlow id="giveOpinionToScreenProposal" sourceRef="giveOpinion" targetRef="screenProposal"/>
            <bpmn:callActivity id="screenProposal\"""";

    private static final String FORM = """
            {"id":"giveOpinion","type":"default","executionPlatform":"Camunda Platform","executionPlatformVersion":"7.24.0","components":[
             {"type":"radio","id":"o1","key":"feasibility","label":"実現できそうか","values":[{"value":"yes","label":"できる"},{"value":"hard","label":"むずかしい"}],"validate":{"required":true},"properties":{"tomoni:audience":"group"}},
             {"type":"textarea","id":"o2","key":"opinion","label":"担当課の意見","validate":{"required":true,"maxLength":1000},"properties":{"tomoni:audience":"group"}},
             {"type":"textfield","id":"o4","key":"memo","label":"課の中の覚え"},
             {"type":"textfield","id":"o3","key":"extension","label":"内線","properties":{"tomoni:audience":"secretariat"}}]}
            """;

    private DrawnOpinion() {}

    /** What the property tomoni.models is to be. */
    public static String models() {
        var folder = Path.of("target", "drawn-opinion");
        try {
            Files.createDirectories(folder);
            for (var file : new String[] {"screening.bpmn", "selection.bpmn", "eligibility.dmn"}) {
                Files.write(folder.resolve(file), Files.readAllBytes(Path.of("processes", file)));
            }
            Files.write(folder.resolve("proposal.form"), Files.readAllBytes(Path.of("forms", "proposal.form")));
            Files.writeString(folder.resolve("giveOpinion.form"), FORM);
            Files.writeString(
                    folder.resolve("citizen-proposal.bpmn"),
                    drawn(Files.readString(Path.of("processes", "citizen-proposal.bpmn"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "file:target/drawn-opinion/*";
    }

    private static String drawn(String shipped) {
        return shipped.replace(BEFORE, "sourceRef=\"checkDecided\" targetRef=\"giveOpinion\"")
                .replace("checkDecidedToScreenProposal", "checkDecidedToGiveOpinion")
                .replace(
                        "<bpmn:incoming>checkDecidedToGiveOpinion</bpmn:incoming>\n"
                                + "      <bpmn:outgoing>screenProposalToAwaitDecision",
                        "<bpmn:incoming>giveOpinionToScreenProposal</bpmn:incoming>\n"
                                + "      <bpmn:outgoing>screenProposalToAwaitDecision")
                .replace("<bpmn:callActivity id=\"screenProposal\"", TASK_DRAWN);
    }
}
