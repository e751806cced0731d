package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.review.Declarations;
import app.tomoni.review.Kept;
import app.tomoni.review.OwnSheet;
import app.tomoni.review.Participation;
import app.tomoni.review.ScoreCard;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetTotals;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The right half of the review: the criteria one after another, the comment, the memo and the submission. */
class SheetPane extends Div {

    private final OwnSheet sheet;
    private final PersonId reviewer;
    private final ScoreSheets sheets;
    private final SheetTotals totals;
    private final Translations translations;
    private final Keeper keeper;
    private final ErrorSummary errors = new ErrorSummary();
    private final Paragraph total = new Paragraph();
    private final Div state = new Div();
    private final CriteriaList criteria;
    private final PaneSwitch panes;
    private final Button submit;
    private Runnable handedIn = () -> {};

    SheetPane(
            OwnSheet sheet,
            PersonId reviewer,
            ScoreSheets sheets,
            Declarations declarations,
            SheetTotals totals,
            Optional<LocalDate> meets,
            Translations translations,
            PaperPane papers,
            PaneSwitch panes,
            Runnable left) {
        this.sheet = sheet;
        this.reviewer = reviewer;
        this.sheets = sheets;
        this.totals = totals;
        this.translations = translations;
        this.panes = panes;
        keeper = new Keeper("sheet:" + sheet.id(), reviewer, this::save, sheet.entries(), translations);
        criteria = new CriteriaList(sheet, keeper, papers, panes);
        keeper.onSaved(this::refresh);
        keeper.onMissing(criteria::openFor);
        submit = Buttons.primary(getTranslation(submitKey()), click -> submit());
        addClassName("review-scores");
        var heading = new H2(getTranslation("review.pane.scores"));
        heading.addClassName("vh");
        var head = new Div(total, keeper.form().indicator());
        head.addClassNames("row", "between", "review-scores-head");
        state.getElement().setAttribute("role", "status");
        var form = keeper.form();
        add(heading, head, form);
        form.add(state, errors, criteria);
        refresh();
        if (sheet.closed()) {
            said().ifPresent(form::add);
            return;
        }
        form.add(
                text(ScoreCard.COMMENT, "review.comment"),
                memo(),
                promise(meets),
                abstention(),
                new LateTie(declarations, reviewer, sheet.proposal(), translations, left));
    }

    private Kept save(String field, String value, long basedOn) {
        try {
            return sheets.save(reviewer, sheet.proposal(), field, value, basedOn);
        } catch (Refusal refusal) {
            sheets.own(reviewer, sheet.proposal()).filter(OwnSheet::closed).ifPresent(this::showState);
            throw ended().map(why -> {
                        state.removeAll();
                        state.add(new Note(Note.Kind.WARN, translations.of(why, getLocale())));
                        return why;
                    })
                    .orElse(refusal);
        }
    }

    /** Why the sheet is the reviewer's no more and nothing that was said of it is true; they had it open, and may know. */
    private Optional<Refusal> ended() {
        if (sheets.own(reviewer, sheet.proposal()).isPresent()) {
            return Optional.empty();
        }
        var now = sheets.mine(reviewer, sheet.call()).get(sheet.proposal());
        if (sheets.rests(reviewer, sheet.proposal())) {
            return Optional.of(new Refusal("review.sheet.rests"));
        }
        return Optional.of(new Refusal(
                now != null && now.participation() == Participation.RECUSED
                        ? "review.sheet.recused"
                        : "review.sheet.away"));
    }

    /** @param then what else changes when the sheet is handed in, or will not be */
    void onHandedIn(Runnable then) {
        handedIn = then;
    }

    private String submitKey() {
        return sheet.participation() == Participation.SCORED ? "review.submit.again" : "review.submit";
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
                        .ifPresent(keeper.form()::saved));
    }

    /** What was refused is tried once more; what is not safe then is named, with the way to it. */
    private boolean allIsKept() {
        keeper.tryAgain();
        sheet.card().lines().stream()
                .flatMap(line -> Stream.of(line.markField(), line.remarkField()))
                .filter(keeper::isUnsafe)
                .findFirst()
                .ifPresent(criteria::openFor);
        var unsafe = keeper.unsafe();
        show(unsafe);
        return unsafe.isEmpty();
    }

    /** Whether there is anything that a number key chooses. */
    boolean hasLevels() {
        return criteria.hasLevels();
    }

    /** Chooses a level of the criterion that is open, as the number keys do. */
    void choose(int number) {
        criteria.choose(number);
    }

    /** Opens the next criterion, or the one before. */
    void step(int step) {
        criteria.step(step);
    }

    private void refresh() {
        var now = sheets.own(reviewer, sheet.proposal()).orElse(sheet);
        showState(now);
        showTotal(now);
        criteria.saved(now.card().gaps(now.entries()))
                .filter(left -> keeper.unsafe().isEmpty())
                .ifPresent(errors::narrow);
    }

    private void showState(OwnSheet now) {
        state.removeAll();
        if (now.closed()) {
            state.add(new Note(
                    Note.Kind.INFO,
                    getTranslation(now.isLeftOut() ? "review.sheet.closed.leftOut" : "review.sheet.closed")));
            if (!now.later().isEmpty()) {
                state.add(later(now));
            }
        } else if (now.participation() == Participation.SCORED && now.submittedAt() != null) {
            var at = JapaneseDates.brief(now.submittedAt(), getLocale());
            state.add(
                    now.changed()
                            ? new Note(Note.Kind.WARN, getTranslation("review.sheet.changed", at))
                            : new Note(Note.Kind.OK, getTranslation("review.sheet.done", at)));
        } else if (now.renewed()) {
            state.add(new Note(Note.Kind.WARN, getTranslation("review.sheet.renewed")));
        } else if (now.participation() == Participation.ABSTAINED) {
            state.add(new Note(Note.Kind.INFO, getTranslation("review.sheet.abstained")));
        } else if (now.participation() == Participation.ABSENT) {
            state.add(new Note(Note.Kind.INFO, getTranslation("review.sheet.closedByHand")));
        }
    }

    /** What was typed after the submission does not count, and is not lost. */
    private Component later(OwnSheet now) {
        var facts = new Facts();
        now.card().lines().forEach(line -> {
            later(facts, now, line.markField(), line.name());
            later(facts, now, line.remarkField(), getTranslation("review.remark", line.name()));
        });
        later(facts, now, ScoreCard.COMMENT, getTranslation("review.comment"));
        return new Details(getTranslation("review.sheet.later"), facts);
    }

    private static void later(Facts facts, OwnSheet now, String field, String label) {
        var text = now.later().get(field);
        if (text != null) {
            facts.fact(label, text.isBlank() ? "―" : text);
        }
    }

    private void showTotal(OwnSheet now) {
        var marks = now.card().marks(now.entries());
        total.setText(totals.of(sheet.call(), sheet.proposal(), reviewer, marks)
                .map(points -> getTranslation(
                        now.closed() ? "review.total.closed" : "review.total",
                        points.stripTrailingZeros().toPlainString(),
                        marks.size(),
                        sheet.card().lines().size()))
                .orElseGet(() -> getTranslation("review.total.none")));
    }

    /** What was written to the group, as far as anything was. */
    private Optional<Component> said() {
        return Optional.of(keeper.value(ScoreCard.COMMENT))
                .filter(comment -> !comment.isBlank())
                .map(comment -> new Div(new H3(getTranslation("review.comment")), new Paragraph(comment)));
    }

    private Component memo() {
        var memo = new Details(getTranslation("review.memo"), text(ScoreCard.MEMO, "review.memo"));
        memo.setOpened(!keeper.value(ScoreCard.MEMO).isEmpty());
        return memo;
    }

    private Component text(String field, String key) {
        var name = getTranslation(key);
        return new KeptText(keeper, field, name, name, getTranslation(key + ".help"));
    }

    /** What handing in means, and whether it can be undone. */
    private Component promise(Optional<LocalDate> meets) {
        var words = new Paragraph(
                meets.map(on -> getTranslation("review.submit.what.meeting", JapaneseDates.brief(on, getLocale())))
                        .orElseGet(() -> getTranslation("review.submit.what")));
        words.addClassNames("small", "mute");
        return words;
    }

    private Component abstention() {
        var reason = new TextField();
        reason.setAriaLabel(getTranslation("review.abstain.reason"));
        reason.setId("abstention-reason");
        var form = new ShortForm("abstention:" + sheet.id(), reviewer.value());
        form.add(
                new Paragraph(getTranslation("review.abstain.what")),
                new FieldLabel(getTranslation("review.abstain.reason"), false),
                form.hold(reason, Lengths.REASON),
                Buttons.secondary(
                        getTranslation("review.abstain"),
                        click -> new Question(
                                        getTranslation("review.abstain.ask"),
                                        new Paragraph(getTranslation("review.abstain.ask.means")),
                                        getTranslation("review.abstain.ask.no"),
                                        getTranslation("review.abstain.ask.yes"),
                                        () -> abstain(form, reason))
                                .open()));
        return new Details(getTranslation("review.abstain.summary"), form);
    }

    private void abstain(ShortForm form, TextField reason) {
        if (form.send(() -> sheets.abstain(reviewer, sheet.proposal(), reason.getValue()))) {
            settle();
        }
    }

    private void submit() {
        if (!allIsKept()) {
            return;
        }
        var now = sheets.own(reviewer, sheet.proposal());
        if (now.filter(own -> own.openedAt().isAfter(sheet.openedAt())).isPresent()) {
            refuse(new Refusal("review.sheet.read"));
            return;
        }
        var gaps = now.map(own -> own.card().gaps(own.entries())).orElse(List.of());
        if (!gaps.isEmpty()) {
            show(criteria.complain(gaps));
            return;
        }
        try {
            sheets.submit(reviewer, sheet.proposal());
        } catch (Refusal refusal) {
            refuse(refusal);
            return;
        }
        submit.setText(getTranslation("review.submit.again"));
        settle();
    }

    /** Shows what became of the sheet, wherever in it the button was. */
    private void settle() {
        errors.show(List.of());
        refresh();
        handedIn.run();
        panes.showScores(); // the button stands below both
        state.getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    private void refuse(Refusal refusal) {
        var ended = ended();
        ended.ifPresentOrElse(why -> state.removeAll(), this::refresh);
        show(List.of(new ErrorSummary.Entry(translations.of(ended.orElse(refusal), getLocale()), null)));
    }

    /** The button stands below both panes, and what it is about in this one. */
    private void show(List<ErrorSummary.Entry> stops) {
        if (!stops.isEmpty()) {
            panes.showScores();
        }
        errors.show(stops);
    }
}
