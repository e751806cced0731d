package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.review.Declarations;
import app.tomoni.review.OwnSheet;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreCard;
import app.tomoni.review.ScoreCard.Level;
import app.tomoni.review.ScoreCard.Line;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetTotals;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.SaveIndicator;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right half of the review: the criteria one after another, the comment, the memo and the submission. */
class SheetPane extends Div {

    private final OwnSheet sheet;
    private final PersonId reviewer;
    private final ScoreSheets sheets;
    private final SheetTotals totals;
    private final Translations translations;
    private final Keeper keeper;
    private final SaveIndicator indicator = new SaveIndicator();
    private final ErrorSummary errors = new ErrorSummary();
    private final Paragraph total = new Paragraph();
    private final Div state = new Div();
    private final OrderedList criteria = new OrderedList();
    private final Button submit;
    private String current;
    private @Nullable RadioButtonGroup<Level> levels;

    SheetPane(
            OwnSheet sheet,
            PersonId reviewer,
            ScoreSheets sheets,
            Declarations declarations,
            SheetTotals totals,
            Translations translations,
            Runnable left) {
        this.sheet = sheet;
        this.reviewer = reviewer;
        this.sheets = sheets;
        this.totals = totals;
        this.translations = translations;
        keeper = new Keeper(
                "sheet:" + sheet.id(),
                (field, value, basedOn) -> sheets.save(reviewer, sheet.proposal(), field, value, basedOn),
                indicator,
                sheet.entries(),
                translations);
        keeper.onSaved(this::refresh);
        submit = Buttons.primary(getTranslation(submitKey()), click -> submit());
        current = firstOpen();
        addClassName("review-scores");
        var heading = new H2(getTranslation("review.pane.scores"));
        heading.addClassName("vh");
        var head = new Div(total, indicator);
        head.addClassNames("row", "between");
        state.getElement().setAttribute("role", "status");
        add(heading, head, state, keeper, errors, criteria);
        refresh();
        showCriteria();
        add(comment());
        if (sheet.closed()) {
            return;
        }
        add(memo(), promise(), abstention(), new LateTie(declarations, reviewer, sheet.proposal(), translations, left));
    }

    private String submitKey() {
        return sheet.participation() == Participation.SCORED ? "review.submit.again" : "review.submit";
    }

    private String firstOpen() {
        return sheet.card().lines().stream()
                .filter(line -> sheet.value(line.markField()).isEmpty())
                .findFirst()
                .or(() -> sheet.card().lines().stream().findFirst())
                .map(Line::criterion)
                .orElse("");
    }

    boolean isClosed() {
        return sheet.closed();
    }

    Button submitButton() {
        return submit;
    }

    void focusSubmit() {
        submit.focus();
    }

    /** Says that everything is safe, or what is not. */
    void sayThatAllIsKept() {
        if (!allIsKept()) {
            return;
        }
        sheets.own(reviewer, sheet.proposal())
                .ifPresent(now -> now.entries().values().stream()
                        .map(typed -> typed.at())
                        .max(java.util.Comparator.naturalOrder())
                        .ifPresent(indicator::saved));
    }

    /** Chooses a level of the criterion that is open, as the number keys do. */
    void choose(int number) {
        var group = levels;
        if (group != null) {
            sheet.card().line(current).flatMap(line -> line.level(number)).ifPresent(group::setValue);
        }
    }

    /** What was refused is tried once more; what is not safe then is named, with the way to it. */
    private boolean allIsKept() {
        keeper.tryAgain();
        sheet.card().lines().stream()
                .filter(line -> keeper.isUnsafe(line.markField()) || keeper.isUnsafe(line.remarkField()))
                .findFirst()
                .ifPresent(line -> open(line.criterion()));
        var unsafe = keeper.unsafe();
        errors.show(unsafe);
        return unsafe.isEmpty();
    }

    private void open(String criterion) {
        current = criterion;
        showCriteria();
    }

    private void refresh() {
        var now = sheets.own(reviewer, sheet.proposal()).orElse(sheet);
        showState(now);
        showTotal(now);
    }

    private void showState(OwnSheet now) {
        state.removeAll();
        if (now.closed()) {
            state.add(new Note(Note.Kind.INFO, getTranslation("review.sheet.closed")));
        } else if (now.participation() == Participation.SCORED && now.submittedAt() != null) {
            var at = JapaneseDates.brief(now.submittedAt(), getLocale());
            state.add(
                    now.changed()
                            ? new Note(Note.Kind.WARN, getTranslation("review.sheet.changed", at))
                            : new Note(Note.Kind.OK, getTranslation("review.sheet.done", at)));
        } else if (now.participation() == Participation.ABSTAINED) {
            state.add(new Note(Note.Kind.INFO, getTranslation("review.sheet.abstained")));
        }
    }

    private void showTotal(OwnSheet now) {
        var marks = now.card().marks(now.entries());
        total.setText(totals.of(sheet.call(), sheet.proposal(), reviewer, marks)
                .map(points -> getTranslation(
                        "review.total",
                        points.stripTrailingZeros().toPlainString(),
                        marks.size(),
                        sheet.card().lines().size()))
                .orElseGet(() -> getTranslation("review.total.none")));
    }

    private void showCriteria() {
        criteria.removeAll();
        levels = null;
        var number = 0;
        for (var line : sheet.card().lines()) {
            number++;
            criteria.add(new ListItem(
                    sheet.closed()
                            ? fixed(line, number)
                            : line.criterion().equals(current) ? open(line, number) : folded(line, number)));
        }
    }

    private Component folded(Line line, int number) {
        var button = new NativeButton("", click -> open(line.criterion()));
        button.addClassName("review-criterion");
        button.add(new Span(getTranslation("review.criterion", number, line.name())), chip(line));
        return button;
    }

    private Component chip(Line line) {
        var mark = keeper.value(line.markField());
        return mark.isEmpty()
                ? new Chip(Chip.Kind.WRITING, getTranslation("review.criterion.open"))
                : new Chip(
                        Chip.Kind.OK,
                        getTranslation(
                                "review.criterion.points", mark, line.max().toPlainString()));
    }

    /** After the close: the values as text. */
    private Component fixed(Line line, int number) {
        var mark = keeper.value(line.markField());
        var box = new Div(
                new H3(getTranslation("review.criterion", number, line.name())),
                new Paragraph(
                        mark.isEmpty()
                                ? getTranslation("review.criterion.open")
                                : getTranslation(
                                        "review.criterion.points",
                                        mark,
                                        line.max().toPlainString())),
                new Paragraph(keeper.value(line.remarkField())));
        box.addClassName("review-current");
        return box;
    }

    private Component open(Line line, int number) {
        var place = new Paragraph(getTranslation(
                "review.criterion.place",
                sheet.card().lines().size(),
                number,
                line.max().toPlainString()));
        place.addClassNames("small", "mute");
        var box = new Div(place, new H3(getTranslation("review.criterion", number, line.name())));
        if (!line.question().isBlank()) {
            box.add(new Paragraph(line.question()));
        }
        box.add(line.hasLevels() ? levels(line) : points(line));
        box.add(text(
                line.remarkField(),
                getTranslation("review.remark", line.name()),
                getTranslation("review.remark.label"),
                getTranslation("review.remark.help"),
                line.commentRequired() == ScoreCard.CommentRule.ALWAYS));
        box.addClassName("review-current");
        return box;
    }

    private Component levels(Line line) {
        var group = new RadioButtonGroup<Level>();
        group.setAriaLabel(line.name());
        group.setItems(line.levels());
        group.addClassName("review-levels");
        group.setRenderer(new ComponentRenderer<>(this::level));
        keeper.show(
                line.markField(),
                line.name(),
                group,
                mark -> group.setValue(line.levels().stream()
                        .filter(level -> level.mark().toPlainString().equals(mark))
                        .findFirst()
                        .orElse(null)));
        group.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                keeper.keep(line.markField(), change.getValue().mark().toPlainString());
            }
        });
        levels = group;
        return group;
    }

    private Component level(Level level) {
        var number = new Span(String.valueOf(level.number()));
        number.addClassName("review-level-number");
        var points = new Span(getTranslation("review.points", level.points().toPlainString()));
        points.addClassName("b");
        var row = new Span(number, points, new Span(level.text()));
        row.addClassName("review-level");
        return row;
    }

    private Component points(Line line) {
        var field = new TextField();
        field.setAriaLabel(getTranslation("review.points.label", line.max().toPlainString()));
        field.addClassName("short");
        field.getElement().setAttribute("inputmode", "numeric");
        keeper.text(field, line.markField(), line.name());
        var bands = new Facts();
        line.bands()
                .forEach(band -> bands.fact(
                        getTranslation(
                                "review.band",
                                band.from().toPlainString(),
                                band.to().toPlainString()),
                        band.text()));
        var label =
                new Paragraph(getTranslation("review.points.label", line.max().toPlainString()));
        label.addClassName("b");
        return new Div(label, field, bands);
    }

    private Component comment() {
        if (sheet.closed()) {
            var said =
                    new Div(new H3(getTranslation("review.comment")), new Paragraph(keeper.value(ScoreCard.COMMENT)));
            return said;
        }
        return text(
                ScoreCard.COMMENT,
                getTranslation("review.comment"),
                getTranslation("review.comment"),
                getTranslation("review.comment.help"),
                false);
    }

    private Component memo() {
        var memo = new Details(
                getTranslation("review.memo"),
                text(
                        ScoreCard.MEMO,
                        getTranslation("review.memo"),
                        getTranslation("review.memo"),
                        getTranslation("review.memo.help"),
                        false));
        memo.setOpened(!keeper.value(ScoreCard.MEMO).isEmpty());
        return memo;
    }

    private Component text(String field, String name, String label, String help, boolean required) {
        var area = new TextArea();
        area.setAriaLabel(name);
        area.setHelperText(help);
        keeper.text(area, field, name);
        return new Div(new FieldLabel(label, required), area);
    }

    /** What handing in means, and whether it can be undone. */
    private Component promise() {
        var words = new Paragraph(getTranslation("review.submit.what"));
        words.addClassNames("small", "mute");
        return words;
    }

    private Component abstention() {
        var reason = new TextField();
        reason.setAriaLabel(getTranslation("review.abstain.reason"));
        var box = new Div(
                new Paragraph(getTranslation("review.abstain.what")),
                new FieldLabel(getTranslation("review.abstain.reason"), false),
                reason,
                Buttons.secondary(getTranslation("review.abstain"), click -> abstain(reason.getValue())));
        box.addClassName("stack-s");
        return new Details(getTranslation("review.abstain.summary"), box);
    }

    private void abstain(String reason) {
        try {
            sheets.abstain(reviewer, sheet.proposal(), reason);
        } catch (Refusal refusal) {
            refuse(refusal);
            return;
        }
        errors.show(List.of());
        refresh();
    }

    private void submit() {
        if (!allIsKept()) {
            return;
        }
        var now = sheets.own(reviewer, sheet.proposal());
        var gaps = now.map(own -> own.card().gaps(own.entries())).orElse(List.of());
        if (!gaps.isEmpty()) {
            open(gaps.getFirst().criterion());
            errors.show(gaps.stream()
                    .map(gap -> new ErrorSummary.Entry(
                            getTranslation(gap.key(), gap.name()),
                            gap.criterion().equals(current) ? levels : null))
                    .toList());
            return;
        }
        try {
            sheets.submit(reviewer, sheet.proposal());
        } catch (Refusal refusal) {
            refuse(refusal);
            return;
        }
        errors.show(List.of());
        submit.setText(getTranslation("review.submit.again"));
        refresh();
        UI.getCurrent().getPage().executeJs("window.scrollTo({top: 0})");
    }

    private void refuse(Refusal refusal) {
        errors.show(List.of(new ErrorSummary.Entry(translations.of(refusal, getLocale()), null)));
    }
}
