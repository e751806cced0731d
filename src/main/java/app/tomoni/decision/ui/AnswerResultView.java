package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.document.Downloads;
import app.tomoni.organisation.Memberships;
import app.tomoni.process.Audience;
import app.tomoni.process.OpenTask;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The group reads its result and says whether it accepts. */
@Route("tasks/answerResult/:task")
@ForOffices(Office.GROUP_REPRESENTATIVE)
@StyleSheet("context://tomoni/decision.css")
class AnswerResultView extends TaskPage {

    /** What the page acts with. */
    @org.springframework.stereotype.Component
    record Tools(
            AnswerResult step,
            ReleasedResult results,
            Proposals proposals,
            Memberships memberships,
            Downloads downloads,
            Clock clock) {}

    private final Tools tools;

    AnswerResultView(Door door, Tools tools) {
        super(door, "answerResult", "decision.answer.title");
        this.tools = tools;
    }

    @Override
    protected String subject(OpenTask task) {
        return "answer:" + task.caseKey().value();
    }

    @Override
    protected void show(OpenTask task) {
        var proposal = new ProposalId(task.caseKey().value());
        var title = tools.proposals().get(proposal).title();
        add(
                new Crumbs()
                        .step(words.say("proposal.home"), ProposalNavigation.ofGroup())
                        .step(title, ProposalNavigation.overview(proposal))
                        .here(getPageTitle()),
                new PageHead(getPageTitle()),
                new Paragraph(title),
                band(task, Audience.APPLICANT),
                errors);
        tools.results().of(proposal).ifPresent(told -> add(result(proposal, told), answer(task, told)));
    }

    private Component result(ProposalId proposal, ReleasedResult.Told told) {
        var lead =
                new Paragraph(words.say("decision.answer.lead." + told.outcome().name()));
        lead.addClassNames("b", "dc-big");
        var facts = new Facts();
        if (told.amount() != null) {
            facts.fact(words.say("decision.answer.amount"), words.yen(told.amount()));
        }
        if (!told.conditions().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("dc-dots");
            told.conditions().forEach(condition -> list.add(new ListItem(condition)));
            facts.fact(words.say("decision.answer.conditions"), list);
        }
        fact(facts, "decision.answer.reason", told.reason());
        fact(facts, "decision.answer.comment", told.comment());
        fact(facts, "decision.answer.contact", told.notice());
        var letter = told.letter();
        if (letter != null) {
            facts.fact(
                    words.say("decision.answer.letter"),
                    new Anchor(
                            tools.downloads()
                                    .handler(
                                            letter,
                                            () -> mayRead(proposal),
                                            () -> tools.results().opened(letter, person())),
                            words.say("decision.answer.letterOpen")));
        }
        return new Card(lead, facts);
    }

    /** Asked again at the click: who acts for the group no more does not get its letter. */
    private boolean mayRead(ProposalId proposal) {
        return tools.results().of(proposal).isPresent()
                && tools.memberships()
                        .mayRead(person(), tools.proposals().get(proposal).organisation());
    }

    private void fact(Facts facts, String key, @Nullable String text) {
        if (text != null) {
            facts.fact(words.say(key), text);
        }
    }

    private Component answer(OpenTask task, ReleasedResult.Told told) {
        var card = new Card(words.say("decision.answer.ask"));
        var by = told.answerBy();
        if (by == null) {
            card.add(new Paragraph(words.say("decision.answer.noDay")));
        } else {
            card.add(
                    tools.clock().instant().isBefore(by)
                            ? new Paragraph(words.say("decision.answer.by", words.at(by)))
                            : new Note(
                                    Note.Kind.WARN,
                                    words.say(
                                            "decision.answer.late",
                                            words.at(by),
                                            Objects.requireNonNull(told.notice()))));
        }
        var reason = new TextArea(words.say("decision.answer.declineReason"));
        reason.setHelperText(words.say("decision.answer.declineReason.help"));
        texts.form().add(texts.hold("decline", reason, Lengths.REASON));
        var accept = new Div(
                new Paragraph(words.say("decision.answer.accept.help")),
                Buttons.primary(
                        words.say("decision.answer.accept"), Buttons.once(() -> ask(task, Answer.Kind.ACCEPTED, ""))));
        accept.addClassName("stack-s");
        var decline = new Div(
                new Paragraph(words.say("decision.answer.decline.help")),
                texts.form(),
                Buttons.secondary(
                        words.say("decision.answer.decline"),
                        Buttons.once(() -> ask(task, Answer.Kind.DECLINED, reason.getValue()))));
        decline.addClassNames("stack-s", "dc-apart");
        card.add(accept, decline);
        return card;
    }

    /** What is answered cannot be answered otherwise. */
    private void ask(OpenTask task, Answer.Kind kind, String reason) {
        var key = "decision.answer.ask." + kind;
        new Question(
                        words.say(key),
                        new Paragraph(words.say(key + ".means")),
                        words.say("decision.answer.ask.no"),
                        words.say(key + ".yes"),
                        () -> give(task, kind, reason))
                .open();
    }

    private void give(OpenTask task, Answer.Kind kind, String reason) {
        var proposal = new ProposalId(task.caseKey().value());
        var onward = new Anchor(ProposalNavigation.overview(proposal), words.say("decision.toProposal"));
        if (tools.results().of(proposal).filter(told -> told.answered() != null).isPresent()) {
            texts.done();
            over(Note.Kind.INFO, words.say("decision.answer.given"), words.say("decision.answer.given.next"), onward);
        } else if (texts.attempt(() -> tools.step().answer(task.id(), kind, reason, person()))) {
            over(
                    Note.Kind.OK,
                    words.say("decision.answer.done." + kind.name()),
                    words.say("decision.answer.next." + kind.name()),
                    onward);
        }
    }

    /** Whoever comes back to an answered result is not told that there never was one. */
    @Override
    protected void absent(BeforeEnterEvent event) {
        over(
                Note.Kind.INFO,
                words.say("decision.answer.absent"),
                words.say("decision.answer.absent.next"),
                new Anchor(ProposalNavigation.ofGroup(), words.say("decision.toProposals")));
    }
}
