package app.tomoni.decision.ui;

import app.tomoni.decision.Outcome;
import app.tomoni.decision.PublishedResult;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.H5;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results as the public will read them, word for word and in the order of the public pages
 * ({@code templates/portal/result.html}, {@code proposal.html}), with what is shown of the proposals that are adopted.
 */
class PublicPreview extends Div {

    private final Words words;

    /** @param contents what everybody may read of each proposal */
    PublicPreview(Words words, PublishedResult result, Map<ProposalId, List<AnswerTexts.Written>> contents) {
        this.words = words;
        addClassNames("dc-public", "stack");
        add(new H3(words.say("portal.result.of", result.title())), prose(result.decision()));
        if (result.subjectToBudget()) {
            add(new Paragraph(words.say("portal.call.beforeVote")));
        }
        var exception = result.exceptionReason();
        if (exception != null) {
            add(new Paragraph(words.say("portal.result.exception", exception)));
        }
        add(new H4(words.say("portal.result.list")), list(result.lines()), sums(result));
        add(small(words.say("portal.result.again")));
        if (!result.departed().isEmpty()) {
            add(small(words.say("portal.result.again.departed", result.departed())));
        }
        if (!result.withdrawn().isEmpty()) {
            add(small(words.say("portal.result.again.withdrawn", result.withdrawn())));
        }
        add(small(words.say("portal.result.openData")));
        result.lines().forEach(line -> add(proposal(line, result.departed(), contents.get(line.id()))));
    }

    private Component list(List<PublishedResult.Line> lines) {
        var table = new PlainTable(
                words.say("portal.result.list"),
                List.of(
                        words.say("portal.result.rank"),
                        words.say("portal.result.project"),
                        words.say("portal.result.total"),
                        words.say("portal.result.outcome"),
                        words.say("portal.result.amount")),
                Set.of(2, 4));
        for (var line : lines) {
            var total = line.total();
            table.row(
                    new Text(rank(line)),
                    new Div(
                            block(line.number(), "small", "mute"),
                            block(line.title()),
                            block(line.organisation(), "small")),
                    new Text(total == null ? "" : total.toPlainString()),
                    marks(line),
                    new Text(yen(line.paidYen())));
        }
        return table.underHeading();
    }

    private Component sums(PublishedResult result) {
        var facts = new Facts().fact(words.say("portal.result.granted"), yen(result.grantedYen()));
        if (result.standingYen() != result.grantedYen()) {
            facts.fact(words.say("portal.result.standing"), yen(result.standingYen()));
        }
        if (result.budgetYen() != null) {
            facts.fact(words.say("portal.call.budget"), yen(result.budgetYen()));
        }
        return facts.fact(
                words.say("portal.result.met"), words.say("portal.result.met.is", result.present(), result.panel()));
    }

    private Component proposal(
            PublishedResult.Line line, List<String> departed, @Nullable List<AnswerTexts.Written> content) {
        var part = new Section(
                block(words.say("portal.result.numbered", line.number(), line.organisation()), "mute"),
                new H4(line.title()),
                marks(line),
                new H5(words.say("portal.result.decided")),
                decided(line));
        part.addClassNames("stack", "dc-apart");
        var why = line.why();
        if (why != null) {
            labelled(
                    part,
                    line.departure() == null ? "portal.result.why" : "portal.result.byFigures",
                    why.in(words.locale()));
        }
        if (line.leavesFigures()) {
            labelled(
                    part,
                    "portal.result.byPeople",
                    words.say(
                            "portal.result.byPeople.is",
                            outcome(line.recommended(), line.recommendedYen()),
                            outcome(line.outcome(), line.amountYen())));
        }
        if (line.restsOnOthers()) {
            labelled(part, "portal.result.why", words.say("portal.result.others", departed));
        }
        labelled(part, "portal.result.recommendationReason", line.recommendationReason());
        labelled(
                part,
                "portal.result.recommendedConditions",
                Objects.requireNonNullElse(line.recommendedConditions(), ""));
        labelled(part, "portal.result.reason", line.reason());
        labelled(part, "portal.result.conditions", line.conditions());
        if (!line.means().isEmpty()) {
            part.add(new H5(words.say("portal.result.means")), means(line), small(words.say("portal.result.rounding")));
        }
        if (!line.sheets().isEmpty()) {
            var sheets = new Facts();
            line.sheets()
                    .forEach(sheet -> sheets.fact(words.say("portal.result.member", sheet.member()), sheet.total()));
            part.add(new H5(words.say("portal.result.sheets")), sheets);
        }
        labelled(part, "portal.result.comment", line.comment());
        if (content != null) {
            part.add(content(line, content));
        }
        return part;
    }

    private String outcome(Outcome outcome, @Nullable Long yen) {
        var name = words.say("portal.outcome." + outcome.name());
        return yen == null ? name : words.say("portal.result.with", name, String.format("%,d", yen));
    }

    private Component decided(PublishedResult.Line line) {
        var facts = new Facts();
        if (line.rank() != null) {
            facts.fact(words.say("portal.result.rank"), rank(line));
        }
        var total = line.total();
        if (total != null) {
            facts.fact(words.say("portal.result.total"), total.toPlainString());
        }
        if (line.paidYen() != null) {
            facts.fact(words.say("portal.result.amount"), yen(line.paidYen()));
        }
        if (!line.withdrawn()) {
            facts.fact(
                            words.say("portal.result.recommended"),
                            words.say("portal.outcome." + line.recommended().name()))
                    .fact(
                            words.say("portal.result.outcome"),
                            words.say("portal.outcome." + line.outcome().name()));
        }
        return facts;
    }

    private Component means(PublishedResult.Line line) {
        var table = new PlainTable(
                words.say("portal.result.means"),
                List.of(words.say("portal.result.criterion"), words.say("portal.result.mean")),
                Set.of(1));
        line.means()
                .forEach(mean -> table.row(
                        mean.criterion(),
                        words.say("portal.result.mean.is", mean.mean().toPlainString(), mean.most())));
        return table.underHeading();
    }

    private Component marks(PublishedResult.Line line) {
        var chip = new Span(words.say(
                line.withdrawn()
                        ? "portal.result.withdrawn"
                        : "portal.outcome." + line.outcome().name()));
        chip.addClassName("chip");
        var marks = new Div(chip);
        if (line.movedUpYen() != null) {
            marks.add(new Chip(Chip.Kind.OK, words.say("portal.result.movedUp")));
        }
        if (line.declined()) {
            marks.add(new Chip(Chip.Kind.WARN, words.say("portal.result.declined")));
        }
        return marks;
    }

    private Component content(PublishedResult.Line line, List<AnswerTexts.Written> content) {
        var facts = new Facts();
        content.forEach(answer -> facts.fact(answer.label(), answer.text()));
        facts.addClassName("prose");
        var key = line.showsProposal() ? "portal.result.content" : "decision.public.content.later";
        var details = new NativeDetails(words.say(key), facts);
        details.addClassName("dc-more");
        return details;
    }

    private String rank(PublishedResult.Line line) {
        return line.rank() == null ? "" : words.say("portal.result.rank.is", line.rank());
    }

    private String yen(@Nullable Long yen) {
        return yen == null ? "" : words.say("shared.yen", String.format("%,d", yen));
    }

    private void labelled(Section part, String key, String text) {
        if (!text.isEmpty()) {
            part.add(new H5(words.say(key)), prose(text));
        }
    }

    private static Paragraph prose(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("prose");
        return paragraph;
    }

    private static Paragraph small(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("small");
        return paragraph;
    }

    private static Span block(String text, String... classes) {
        var span = new Span(text);
        span.addClassNames(classes);
        span.addClassName("dc-block");
        return span;
    }
}
