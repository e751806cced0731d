package app.tomoni.decision.ui;

import app.tomoni.decision.PublishedResult;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** The results as the public will see them, word for word, with what is shown of the proposals that are adopted. */
class PublicPreview extends Div {

    /** @param contents what everybody may read of each proposal */
    PublicPreview(Words words, PublishedResult result, Map<ProposalId, List<AnswerTexts.Written>> contents) {
        addClassNames("dc-public", "stack");
        add(new H3(result.title()));
        var meetingOn = result.meetingOn();
        if (meetingOn != null) {
            add(new Paragraph(
                    words.say("decision.public.meeting", words.day(meetingOn), result.present(), result.panel())));
        }
        var exception = result.exceptionReason();
        if (exception != null) {
            add(new Paragraph(words.say("decision.approve.exception", exception)));
        }
        var text = new Paragraph(result.decision());
        text.addClassName("prose");
        add(text);
        if (result.subjectToBudget()) {
            add(new Paragraph(words.say("decision.public.budget")));
        }
        add(new Paragraph(words.say("decision.public.granted", result.grantedYen())));
        var list = new UnorderedList();
        list.addClassName("dc-results");
        result.lines().forEach(line -> {
            var item = item(words, line);
            var content = contents.get(line.id());
            if (content != null) {
                item.add(proposal(words, line, content));
            }
            list.add(item);
        });
        add(list);
    }

    private static ListItem item(Words words, PublishedResult.Line line) {
        var head = new Span(line.number() + "　" + line.title());
        head.addClassName("b");
        var group = new Span(line.organisation());
        group.addClassNames("small", "mute", "dc-block");
        var item = new ListItem(head, group);
        if (line.withdrawn()) {
            item.add(new Chip(Chip.Kind.PLAIN, words.say("decision.public.withdrawn")));
            return item;
        }
        var outcome = new Paragraph(words.say("portal.outcome." + line.outcome().name()));
        outcome.addClassName("b");
        var amount = line.amountYen();
        if (amount != null) {
            outcome.add(new Span("　" + words.say("decision.yen", amount)));
        }
        item.add(outcome);
        if (line.declined()) {
            item.add(new Chip(Chip.Kind.PLAIN, words.say("decision.public.declined")));
        }
        var total = line.total();
        if (total != null) {
            var rank = line.rank() == null ? "" : words.say("decision.public.line", String.valueOf(line.rank())) + "・";
            item.add(new Paragraph(rank + words.say("decision.public.total", total.toPlainString())));
        }
        if (!line.means().isEmpty()) {
            item.add(new Paragraph(words.say("decision.public.means") + "："
                    + String.join(
                            "　",
                            line.means().stream()
                                    .map(mean -> words.say(
                                            "decision.public.mean",
                                            mean.criterion(),
                                            mean.mean().toPlainString(),
                                            mean.most()))
                                    .toList())));
        }
        if (!line.sheets().isEmpty()) {
            item.add(new Paragraph(words.say("decision.public.sheets") + "："
                    + String.join(
                            "　",
                            line.sheets().stream()
                                    .map(sheet ->
                                            words.say("decision.board.member", sheet.member()) + " " + sheet.total())
                                    .toList())));
        }
        labelled(item, words.say("decision.public.conditions"), line.conditions());
        labelled(item, words.say("decision.public.leavesRanking"), line.recommendationReason());
        labelled(
                item,
                words.say("decision.public.leaves", words.say(line.recommended().key())),
                line.reason());
        labelled(item, words.say("decision.public.comment"), line.comment());
        return item;
    }

    private static Component proposal(Words words, PublishedResult.Line line, List<AnswerTexts.Written> content) {
        var facts = new Facts();
        content.forEach(answer -> facts.fact(answer.label(), answer.text()));
        facts.addClassName("prose");
        var key = line.showsProposal() ? "portal.result.content" : "decision.public.content.later";
        var details = new NativeDetails(words.say(key), facts);
        details.addClassName("dc-more");
        return details;
    }

    private static void labelled(ListItem item, String name, String text) {
        if (!text.isEmpty()) {
            var paragraph = new Paragraph(name + "：" + text);
            paragraph.addClassName("prose");
            item.add(paragraph);
        }
    }
}
