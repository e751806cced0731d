package app.tomoni.demo;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.form.Attachment;
import app.tomoni.form.WorkingCopies;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.TaskForms;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalSamples;
import app.tomoni.proposal.StartProposal;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.Tie;
import app.tomoni.shared.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes, hands in, checks and scores the proposals of the fictional groups, step by step as people do. */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoProposals {

    private static final String MARK = "mark:";

    private final StartProposal start;
    private final SubmitProposal submit;
    private final WorkingCopies copies;
    private final DemoPapers papers;
    private final Cases cases;
    private final FormalChecks checks;
    private final Declarations declarations;
    private final ScoreSheets sheets;
    private final DemoPeople people;
    private final OpenTasks names;
    private final TaskForms forms;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoProposals(
            StartProposal start,
            SubmitProposal submit,
            WorkingCopies copies,
            DemoPapers papers,
            Cases cases,
            FormalChecks checks,
            Declarations declarations,
            ScoreSheets sheets,
            DemoPeople people,
            OpenTasks names,
            TaskForms forms,
            JdbcClient jdbc,
            Clock clock) {
        this.start = start;
        this.submit = submit;
        this.copies = copies;
        this.papers = papers;
        this.cases = cases;
        this.checks = checks;
        this.declarations = declarations;
        this.sheets = sheets;
        this.people = people;
        this.names = names;
        this.forms = forms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ProposalId begun(CallId call, JsonNode texts) {
        return start.start(call, people.group(group(texts)), people.person(group(texts)));
    }

    /**
     * A draft with everything written, for a project in the call's project year.
     *
     * @param rules the paper that goes with it
     */
    ProposalId written(CallId call, JsonNode texts, int projectYear, JsonNode rules) {
        var writer = people.person(group(texts));
        var id = begun(call, texts);
        var answers = new LinkedHashMap<>(ProposalSamples.written());
        answers.put("projectTitle", DemoPeople.text(texts, "title"));
        answers.put("publicSummary", DemoPeople.text(texts, "summary"));
        answers.put("startDate", projectYear + "-05-01");
        answers.put("endDate", projectYear + 1 + "-02-28");
        texts.path("answers").properties().forEach(answer -> answers.put(answer.getKey(), kept(answer.getValue())));
        if (texts.has("costs")) {
            answers.computeIfPresent("budget", (field, budget) -> costing(budget, texts.path("costs")));
        }
        answers.put("attachments", attachment(rules, writer));
        answers.forEach((field, value) -> write(Drafts.subject(id), field, value, writer));
        return id;
    }

    private static String kept(JsonNode answer) {
        return answer.isString() ? answer.asString() : answer.toString();
    }

    /** The sums stay, and with them what the demo's results rest on; what is paid for is the project's own. */
    private static String costing(String budget, JsonNode costs) {
        var kept = (ObjectNode) Json.parse(budget);
        var lines = kept.path("expenditure");
        for (var i = 0; i < costs.size(); i++) {
            ((ObjectNode) lines.get(i)).setAll((ObjectNode) costs.get(i));
        }
        return Json.write(kept);
    }

    private String attachment(JsonNode rules, PersonId writer) {
        var file = papers.paper(rules, writer);
        return Json.write(Json.array()
                .add(new Attachment(file.id(), file.name(), file.mediaType(), file.size(), file.sha256()).json()));
    }

    private void write(String subject, String field, String value, PersonId by) {
        var known = copies.open(subject).get(field);
        copies.save(subject, field, value, known == null ? WorkingCopies.NEW : known.version(), by);
    }

    void submitted(ProposalId id, JsonNode texts) {
        var representative = people.person(group(texts));
        people.as(representative, () -> submit.submit(id, representative, clock.instant()));
    }

    void accepted(ProposalId id) {
        check(id, CheckOutcome.ACCEPTED);
    }

    void supplementAsked(ProposalId id, JsonNode texts) {
        var secretariat = people.person("secretariat");
        people.as(secretariat, () -> {
            var task = cases.taskFor(secretariat, new CaseKey(id.value()), FormalChecks.TASK)
                    .orElseThrow();
            var check = checks.of(task);
            checks.save(check, FormalChecks.MARK + DemoPeople.text(texts, "field"), "true", 0);
            checks.save(
                    check,
                    FormalChecks.COMMENT + DemoPeople.text(texts, "field"),
                    DemoPeople.text(texts, "comment"),
                    0);
            cases.complete(task.id(), secretariat, FormalChecks.answers(CheckOutcome.SUPPLEMENT));
        });
    }

    private void check(ProposalId id, CheckOutcome outcome) {
        var secretariat = people.person("secretariat");
        people.as(secretariat, () -> {
            var task = cases.taskFor(secretariat, new CaseKey(id.value()), FormalChecks.TASK)
                    .orElseThrow();
            checks.of(task);
            cases.complete(task.id(), secretariat, FormalChecks.answers(outcome));
        });
    }

    /** Each member says of each proposal whether there is a tie. */
    void declared(CallId call, List<Decided> decided) {
        for (var member : people.panel()) {
            people.as(member, () -> {
                for (var one : decided) {
                    var tied = one.tied() != null && people.person(one.tied()).equals(member);
                    declarations.answer(member, one.id(), tied ? Tie.TIE : Tie.NONE, 0);
                }
                declarations.confirm(member, call);
            });
        }
    }

    void scored(CallId call, Decided one, List<String> criteria) {
        var panel = people.panel();
        for (var i = 0; i < panel.size(); i++) {
            var member = panel.get(i);
            if (one.tied() != null && people.person(one.tied()).equals(member)) {
                continue;
            }
            var marks = one.texts().path("marks").get(i);
            people.as(member, () -> {
                for (var c = 0; c < criteria.size(); c++) {
                    sheets.save(
                            member,
                            one.id(),
                            MARK + criteria.get(c),
                            marks.get(c).asString(),
                            0);
                }
                sheets.submit(member, one.id());
            });
        }
    }

    /** The steps with a form of their own at which proposals wait, by name: the fictional people do not know them. */
    Optional<String> drawnSteps() {
        var running = jdbc.sql("SELECT key FROM case_file WHERE ended_at IS NULL")
                .query((row, number) -> new CaseKey(row.getObject("key", UUID.class)))
                .list();
        var steps = cases.tasksOf(running).values().stream()
                .flatMap(List::stream)
                .filter(task -> task.path() == null && forms.of(task).isPresent())
                .map(task -> "「" + names.name(task, Locale.JAPANESE) + "」 (" + task.kind() + ")")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of(steps).filter(found -> !found.isEmpty());
    }

    private static String group(JsonNode texts) {
        return DemoPeople.text(texts, "group");
    }
}
