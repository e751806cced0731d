package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.document.Downloads;
import app.tomoni.document.FileId;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.ReleasedResult;
import app.tomoni.proposal.ReleasedResult.Told;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** what the city decided, why, and what comes next; before it is told, only that it has not been told yet. */
@Route("proposals/:proposal/result")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class ResultView extends ProposalPage {

    private final NextSteps nextSteps;
    private final CaseCards cards;
    private final Downloads downloads;
    private final Clock clock;

    ResultView(
            Access access, SignedIn signedIn, NextSteps nextSteps, CaseCards cards, Downloads downloads, Clock clock) {
        super(access, signedIn);
        this.nextSteps = nextSteps;
        this.cards = cards;
        this.downloads = downloads;
        this.clock = clock;
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.result"));
        add(
                crumbs(proposal, cards.title(proposal, getLocale()), getTranslation("proposal.result")),
                new PageHead(getTranslation("proposal.result")),
                cards.reference(proposal, getLocale()));
        nextSteps.result(proposal).ifPresentOrElse(told -> tell(proposal, told), this::notYet);
        add(button(ProposalNavigation.overview(proposal.id()), getTranslation("proposal.back"), false));
    }

    private void notYet() {
        add(new EmptyState(getTranslation("proposal.result.none"), getTranslation("proposal.result.none.why")));
    }

    private void tell(Proposal proposal, Told told) {
        var answered = told.answered();
        var declined = answered != null && !answered.accepted();
        var outcome = "proposal.result." + heading(told.outcome(), answered);
        var card = new Card(getTranslation(outcome), paragraph(getTranslation(outcome + ".words")));
        var facts = new Facts()
                .fact(getTranslation("proposal.result.at"), JapaneseDates.full(told.decidedOn(), getLocale()));
        if (told.amount() != null) {
            facts.fact(
                    getTranslation("proposal.result.amount"),
                    getTranslation("shared.yen", told.amount().amount()));
        }
        if (told.number() != null) {
            facts.fact(getTranslation("proposal.result.number"), told.number());
        }
        if (answered != null) {
            facts.fact(
                    getTranslation("proposal.result.answered"),
                    getTranslation(
                            answered.accepted() ? "proposal.result.answered.yes" : "proposal.result.answered.no",
                            JapaneseDates.full(answered.at(), getLocale())));
        }
        card.add(facts);
        var file = told.letter();
        if (file != null) {
            var letter = letter(proposal, file, getTranslation("proposal.result.letter"));
            letter.addClassName("btn");
            card.add(letter);
        }
        told.earlier()
                .forEach(sent -> card.add(letter(
                        proposal, sent.letter(), getTranslation("proposal.result.letter.earlier", sent.number()))));
        add(card);
        answer(proposal, told);
        if (!told.conditions().isEmpty() && !declined) {
            var conditions = new UnorderedList();
            conditions.addClassName("bulleted");
            told.conditions().forEach(condition -> conditions.add(new ListItem(condition)));
            add(new Card(getTranslation("proposal.result.conditions"), conditions));
        }
        var reasons = Stream.concat(nextSteps.figures(proposal, getLocale()).stream(), Stream.ofNullable(told.reason()))
                .map(ResultView::paragraph)
                .toArray(Paragraph[]::new);
        if (reasons.length > 0) {
            add(new Card(getTranslation("proposal.result.reason"), reasons));
        }
        if (told.comment() != null) {
            add(new Card(getTranslation("proposal.result.comment"), paragraph(told.comment())));
        }
        if (told.notice() != null) {
            add(new Card(getTranslation("proposal.result.notice"), paragraph(told.notice())).flat());
        }
    }

    /** Once the group has answered, its answer comes before what it was asked. */
    private static String heading(ReleasedResult.Outcome outcome, ReleasedResult.@Nullable Answered answered) {
        if (answered == null || outcome == ReleasedResult.Outcome.MOVED_UP) {
            return outcome.name();
        }
        return answered.accepted() ? "ACCEPTED" : "DECLINED";
    }

    private Anchor letter(Proposal proposal, FileId file, String text) {
        var letter = new Anchor(
                downloads.handler(
                        file,
                        () -> access.asMember(proposal.id(), person).isPresent(),
                        () -> nextSteps.opened(file, person)),
                text);
        letter.setRouterIgnore(true);
        return letter;
    }

    private void answer(Proposal proposal, Told told) {
        var next = nextSteps.of(proposal, person);
        if (next.yours() && isAsked(told)) {
            var by = told.answerBy();
            add(new Card(
                    getTranslation("proposal.result.answer"),
                    paragraph(getTranslation("proposal.result.answer.words")),
                    by == null
                            ? paragraph(getTranslation("proposal.result.answer.noDay"))
                            : new DueDate(by, clock.instant()),
                    button(next.path(), getTranslation(next.key()), true)));
        }
    }

    private static boolean isAsked(Told told) {
        return told.answered() == null
                && switch (told.outcome()) {
                    case ADOPTED, CONDITIONALLY_ADOPTED, OFFERED -> true;
                    case RUNNER_UP, MOVED_UP, RELEASED, NOT_ADOPTED -> false;
                };
    }

    private static Paragraph paragraph(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("typed");
        return paragraph;
    }
}
