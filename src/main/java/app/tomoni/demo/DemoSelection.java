package app.tomoni.demo;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.decision.selection.ApproveDecision;
import app.tomoni.decision.selection.ConfirmPublication;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.DecisionText;
import app.tomoni.decision.selection.DraftDecision;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterRegister;
import app.tomoni.decision.selection.Letterhead;
import app.tomoni.decision.selection.OfferLetters;
import app.tomoni.decision.selection.PostLetters;
import app.tomoni.decision.selection.PublicPage;
import app.tomoni.decision.selection.RecommendProjects;
import app.tomoni.decision.selection.SelectionOpener;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.DueWork;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.ReleasedResult;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes the demo's closed call from the end of scoring to the published result. */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoSelection {

    private final SelectionOpener opener;
    private final RecommendProjects recommend;
    private final DraftDecision draft;
    private final DecisionRegister decisions;
    private final ApproveDecision approve;
    private final ConfirmPublication publication;
    private final PostLetters posting;
    private final PublicPage page;
    private final LetterRegister letters;
    private final OfferLetters offers;
    private final AnswerResult answer;
    private final DemoListeners listeners;
    private final ReleasedResult told;
    private final Cases cases;
    private final DueWork work;
    private final DemoPeople people;
    private final Clock clock;

    DemoSelection(
            SelectionOpener opener,
            RecommendProjects recommend,
            DraftDecision draft,
            DecisionRegister decisions,
            ApproveDecision approve,
            ConfirmPublication publication,
            PostLetters posting,
            PublicPage page,
            LetterRegister letters,
            OfferLetters offers,
            AnswerResult answer,
            DemoListeners listeners,
            ReleasedResult told,
            Cases cases,
            DueWork work,
            DemoPeople people,
            Clock clock) {
        this.opener = opener;
        this.recommend = recommend;
        this.draft = draft;
        this.decisions = decisions;
        this.approve = approve;
        this.publication = publication;
        this.posting = posting;
        this.page = page;
        this.letters = letters;
        this.offers = offers;
        this.answer = answer;
        this.listeners = listeners;
        this.told = told;
        this.cases = cases;
        this.work = work;
        this.people = people;
        this.clock = clock;
    }

    /** What has been scored is before the committee. */
    void begun() {
        opener.look();
        work.doAll();
    }

    /** Recommendation, draft, approval and letters, on the day that the clock shows. */
    void decided(CallId call, JsonNode letter) {
        opener.look();
        var chair = people.panel().getFirst();
        people.as(chair, () -> {
            var task = task(call, chair, "recommendProjects");
            recommend.met(task, LocalDate.now(clock), new HashSet<>(people.panel()), chair);
            recommend.submit(task, List.of(), chair);
        });
        var secretariat = people.person("secretariat");
        people.as(secretariat, () -> {
            var task = task(call, secretariat, "draftDecision");
            var head = new Letterhead(
                    people.cityName(),
                    DemoPeople.text(letter, "sender"),
                    DemoPeople.text(letter, "senderName"),
                    DemoPeople.text(letter, "seal"),
                    DemoPeople.text(letter, "contact"));
            var known =
                    decisions.findFirstByCallIdOrderByAttemptDesc(call.value()).orElseThrow();
            var text = new DecisionText(DemoPeople.text(letter, "decision"), true, head);
            draft.write(task, known.text(), text, secretariat);
            draft.submit(task, text, known.lines(), secretariat);
        });
        var approver = people.person("approver");
        people.as(approver, () -> approve.approve(task(call, approver, "approveDecision"), approver));
        work.doAll();
    }

    /**
     * Letters are dated as of the day on which they are queued, and results go out at their time; what is offered to
     * runner-ups goes out with them.
     */
    void confirmed(CallId call, Instant at) {
        var secretariat = people.person("secretariat");
        people.as(secretariat, () -> {
            var task = task(call, secretariat, "confirmPublication");
            publication.date(task, LocalDate.now(clock), secretariat);
            publication.confirm(task, at, publication.scan(page.of(call)), secretariat);
            letters.ofCall(call.value()).stream()
                    .filter(Letter::isToPost)
                    .forEach(letter -> posting.post(letter.id(), secretariat));
        });
        work.doAll();
        offered(call);
    }

    /** What listeners have offered to runners-up is sent on the same day. */
    private void offered(CallId call) {
        listeners.haveHeard();
        var secretariat = people.person("secretariat");
        people.as(
                secretariat,
                () -> letters.ofCall(call.value()).stream()
                        .filter(letter -> letter.kind() == Letter.Kind.OFFER
                                && letter.queuedAt().isEmpty())
                        .forEach(letter -> {
                            offers.queue(letter.id(), secretariat);
                            posting.post(letter.id(), secretariat);
                        }));
        work.doAll();
    }

    void published() {
        work.doAll();
        opener.look();
    }

    void answered(CallId call, List<Decided> decided) {
        for (var one : decided) {
            var given = DemoPeople.text(one.texts(), "answer");
            var representative = people.person(DemoPeople.text(one.texts(), "group"));
            if (!given.isEmpty()) {
                people.as(representative, () -> {
                    told.of(one.id())
                            .map(ReleasedResult.Told::letter)
                            .ifPresent(letter -> told.opened(letter, representative));
                    cases.taskFor(representative, new CaseKey(one.id().value()), "answerResult")
                            .ifPresent(
                                    task -> answer.answer(task.id(), Answer.Kind.valueOf(given), "", representative));
                });
                offered(call);
            }
        }
    }

    private TaskId task(CallId call, PersonId person, String kind) {
        return cases.taskFor(person, new CaseKey(call.value()), kind)
                .orElseThrow(() -> new IllegalStateException(kind))
                .id();
    }
}
