package app.tomoni.review.ui;

import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.AnswerTexts.Change;
import app.tomoni.proposal.SupplementRequest.Point;
import app.tomoni.review.Paper;
import app.tomoni.review.Supplemented;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DiffText;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** That a proposal is checked again: what the group was asked, and what it answered point by point. */
class SupplementedCard extends Card {

    SupplementedCard(Supplemented supplemented, AnswerTexts texts) {
        var request = supplemented.request();
        add(
                new H2(getTranslation("review.check.again")),
                new Paragraph(getTranslation(
                        supplemented.isAnswered() ? "review.check.again.answered" : "review.check.again.waived",
                        at(request.requestedAt()),
                        request.points().size(),
                        at(Objects.requireNonNull(request.answeredAt())))));
        var changes =
                texts.changes(written(supplemented.before(), texts), written(supplemented.after(), texts)).stream()
                        .collect(Collectors.groupingBy(Change::key));
        if (request.points().stream().anyMatch(point -> changes.containsKey(point.field()))) {
            add(DiffText.legend(this));
        }
        if (!supplemented.remark().isEmpty()) {
            var remark = new Paragraph(supplemented.remark());
            remark.addClassName("prose");
            add(new Facts().fact(getTranslation("review.check.again.remark"), remark));
        }
        request.points()
                .forEach(point -> add(point(point, supplemented, changes.getOrDefault(point.field(), List.of()))));
    }

    private List<AnswerTexts.Written> written(Paper paper, AnswerTexts texts) {
        return texts.of(paper.form(), paper.answers(), getLocale());
    }

    private Component point(Point point, Supplemented supplemented, List<Change> changes) {
        var answer = new Div();
        changes.forEach(change -> answer.add(new DiffText(change.before(), change.after())));
        if (changes.isEmpty()) {
            answer.add(new Paragraph(getTranslation("review.check.again.same")));
        }
        if (point.doneAt() != null) {
            answer.add(new Paragraph(getTranslation("review.check.again.marked", at(point.doneAt()))));
        }
        var asked = new Paragraph(point.comment());
        asked.addClassName("prose");
        var label = supplemented
                .after()
                .form()
                .field(point.field())
                .map(field -> field.label())
                .orElse("");
        return new Div(
                new H3(label),
                new Facts()
                        .fact(getTranslation("review.check.again.asked"), asked)
                        .fact(getTranslation("review.check.again.answer"), answer));
    }

    private String at(Instant instant) {
        return JapaneseDates.full(instant, getLocale());
    }
}
