package app.tomoni.decision.ui;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Proposal;
import app.tomoni.shared.ui.StatusBand;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who acts now in a selection; it is over before the last group has answered. */
@Component
record SelectionBand(Statuses statuses, AnswerResult answer, Offices offices) {

    StatusBand of(SelectionPage page) {
        var words = page.words();
        var status = statuses.of(new CaseKey(page.id().value()), Audience.STAFF, page.person(), words.locale());
        var asked = answer.waiting(page.id());
        if (!status.ended() || asked.isEmpty()) {
            return new StatusBand().say(status.now(), status.next(), status.yourTurn());
        }
        var unsent = answer.unsent(asked);
        var sent =
                asked.stream().filter(one -> !unsent.contains(one.id().value())).toList();
        var answers = answers(page, asked.size(), sent);
        return unsent.isEmpty()
                ? new StatusBand().say(answers, words.say("decision.selections.answers.next"), false)
                : new StatusBand()
                        .say(
                                words.say("decision.selections.toSend", answers, asked.size() - sent.size()),
                                words.say("decision.selections.toSend.next"),
                                offices.holds(page.person(), Office.SECRETARIAT, null));
    }

    /** How many groups are asked, and by when the first of those answers that have been sent what they are to answer. */
    private String answers(SelectionPage page, int asked, List<Proposal> sent) {
        var words = page.words();
        return statuses.of(AnswerCards.keys(sent), Audience.STAFF, page.person(), words.locale()).values().stream()
                .flatMap(each -> Stream.ofNullable(each.due()))
                .min(Comparator.naturalOrder())
                .map(due -> statuses.orLate(
                        words.say("decision.selections.answers.until", asked, words.at(due)), due, words.locale()))
                .orElseGet(() -> words.say("decision.selections.answers", asked));
    }
}
