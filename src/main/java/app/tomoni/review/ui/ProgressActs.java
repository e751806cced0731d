package app.tomoni.review.ui;

import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Listed;
import app.tomoni.review.Participation;
import app.tomoni.review.StageClosing;
import app.tomoni.review.TieUnclear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the secretariat does so that a panel comes to its end: it settles a tie, waits no longer for a group, closes a
 * proposal without the sheets that will not come; each with a reason. What is typed for one stays while another one is
 * dealt with.
 */
class ProgressActs extends Div {

    private final Call call;
    private final PersonId person;
    private final transient Declarations declarations;
    private final transient StageClosing closing;
    private final transient FormalChecks checks;
    private final transient Translations translations;
    private final transient Runnable showAnew;
    private final KeptForm form;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div done = new Div();
    private final Map<String, TextField> reasons = new HashMap<>();
    private final Map<String, RadioButtonGroup<Participation>> kinds = new HashMap<>();
    private final Map<String, Details> folds = new HashMap<>();
    private final Set<ProposalId> settled = new HashSet<>();

    /** @param showAnew the page as it is once something is done */
    ProgressActs(
            Call call,
            PersonId person,
            Declarations declarations,
            StageClosing closing,
            FormalChecks checks,
            Translations translations,
            Runnable showAnew) {
        this.call = call;
        this.person = person;
        this.declarations = declarations;
        this.closing = closing;
        this.checks = checks;
        this.translations = translations;
        this.showAnew = showAnew;
        form = new KeptForm("progress:" + call.id(), person.value(), this::restored);
        form.addClassName("stack");
        done.getElement().setAttribute("role", "status");
        add(form);
    }

    /** Takes away what is asked, and keeps what has been typed. */
    void beginAnew() {
        form.removeAll();
        settled.clear();
    }

    /** What has become of the last act; stands at the head of the page. */
    List<Component> answers() {
        return List.of(errors, done);
    }

    /** What the browser still had of a reason; of something that is asked no more, nobody needs it. */
    private void restored(String path, String typed, String basedOn) {
        var reason = reasons.get(path);
        if (reason == null) {
            form.forget(path);
        } else {
            reason.setValue(typed);
        }
    }

    /**
     * Whether a tie that a reviewer asks about is one.
     *
     * @param reviewer by name
     */
    void settle(TieUnclear tie, String reviewer, List<Listed> listed) {
        var title = listed.stream()
                .filter(one -> one.proposal().equals(tie.proposal()))
                .map(Listed::title)
                .findFirst()
                .orElse("");
        var reason = reason("review.settle.reason", tie.proposal(), tie.reviewer());
        var none = Buttons.secondary(
                getTranslation("review.settle.none"),
                click -> act(
                        List.of(reason),
                        getTranslation("review.settle.done.none", reviewer, title),
                        () -> declarations.settle(person, tie.reviewer(), tie.proposal(), false, reason.getValue())));
        var yes = Buttons.secondary(
                getTranslation("review.settle.tie"),
                click -> act(
                        List.of(reason),
                        getTranslation("review.settle.done.tie", reviewer, title),
                        () -> declarations.settle(person, tie.reviewer(), tie.proposal(), true, reason.getValue())));
        var card = new Card(
                getTranslation("review.settle.title"),
                new Paragraph(getTranslation("review.settle.what", reviewer, title)),
                new FieldLabel(getTranslation("review.settle.reason"), true),
                reason,
                actions(none, yes));
        if (settled.add(tie.proposal())) {
            card.setId("tie-" + tie.proposal()); // the secretariat's list leads there once, whoever asks
        }
        form.add(card);
    }

    /** A supplement that the group is not asked for any longer. */
    void waive(Listed listed) {
        var reason = reason("review.waive.reason", listed.proposal(), person);
        var said = List.of(reason);
        var go = Buttons.secondary(getTranslation("review.waive.go"), click -> {
            if (complete(said)) {
                new Question(
                                getTranslation("review.waive.ask"),
                                new Paragraph(getTranslation("review.waive.ask.what", listed.title())),
                                getTranslation("review.waive.ask.no"),
                                getTranslation("review.waive.ask.yes"),
                                () -> act(
                                        said,
                                        getTranslation("review.waive.done", listed.title()),
                                        () -> checks.waiveSupplement(listed.proposal(), person, reason.getValue())))
                        .open();
            }
        });
        var box = new Div(
                new Paragraph(getTranslation("review.waive.what")),
                new FieldLabel(getTranslation("review.waive.reason"), true),
                reason,
                actions(go));
        box.addClassName("stack-s");
        fold("waive:" + listed.proposal(), getTranslation("review.waive.title", listed.number(), listed.title()), box);
    }

    /**
     * The sheets of one proposal, of which some will not come.
     *
     * @param pending whose
     * @param scored how many have come
     * @param due by when the others may still come
     */
    void close(Listed listed, List<PersonId> pending, Map<PersonId, String> names, int scored, Optional<Instant> due) {
        var box = new Div(new Paragraph(getTranslation("review.closing.what")));
        box.addClassName("stack");
        var asked = new ArrayList<Asked>();
        var closed = getTranslation("review.closing.done", listed.title());
        for (var reviewer : pending) {
            var name = names.getOrDefault(reviewer, "");
            var kind = kinds.computeIfAbsent(listed.proposal() + ":" + reviewer, sheet -> kind());
            var reason = reason("review.closing.reason", listed.proposal(), reviewer);
            asked.add(new Asked(reviewer, kind, reason));
            reason.setAriaLabel(getTranslation("review.closing.reason.of", name));
            box.add(new H3(name), kind, new FieldLabel(getTranslation("review.closing.reason"), true), reason);
        }
        var said = asked.stream().map(Asked::reason).toList();
        box.add(actions(Buttons.primary(getTranslation("review.closing.go"), click -> {
            if (complete(said)) {
                new Question(
                                getTranslation("review.closing.ask", listed.number(), listed.title()),
                                consequence(scored, due),
                                getTranslation("review.closing.ask.no"),
                                getTranslation("review.closing.ask.yes"),
                                () -> act(said, closed, () -> closeWithout(listed, asked)))
                        .open();
            }
        })));
        fold(
                "close:" + listed.proposal(),
                getTranslation("review.closing.title", listed.number(), listed.title(), pending.size()),
                box);
    }

    private void closeWithout(Listed listed, List<Asked> asked) {
        var missing = new HashMap<PersonId, StageClosing.Missing>();
        asked.forEach(one -> missing.put(
                one.reviewer(),
                new StageClosing.Missing(one.kind().getValue(), one.reason().getValue())));
        closing.close(listed.proposal(), missing, person);
    }

    /** What closing means for the proposal, as things are. */
    private Component consequence(int scored, Optional<Instant> due) {
        var needed = call.guideline().minimumSheets();
        var box = new Div(new Paragraph(getTranslation("review.closing.ask.sheets", scored, needed)));
        box.addClassName("stack-s");
        if (scored < needed) {
            box.add(new Note(Note.Kind.WARN, getTranslation("review.closing.ask.few")));
        }
        due.ifPresent(at -> box.add(new Note(
                Note.Kind.WARN, getTranslation("review.closing.ask.early", JapaneseDates.full(at, getLocale())))));
        box.add(new Paragraph(getTranslation("review.closing.ask.final")));
        return box;
    }

    /** What the secretariat says about one missing sheet. */
    private record Asked(PersonId reviewer, RadioButtonGroup<Participation> kind, TextField reason) {}

    private RadioButtonGroup<Participation> kind() {
        var kind = new RadioButtonGroup<Participation>(getTranslation("review.closing.kind"));
        kind.setItems(Participation.ABSENT, Participation.ABSTAINED);
        kind.setItemLabelGenerator(one -> getTranslation("review.participation." + one.name()));
        kind.setValue(Participation.ABSENT);
        return kind;
    }

    private TextField reason(String label, ProposalId proposal, PersonId about) {
        return reasons.computeIfAbsent(label + ":" + proposal + ":" + about, subject -> {
            var field = new TextField();
            field.setAriaLabel(getTranslation(label));
            form.keep(field, subject);
            return field;
        });
    }

    private void fold(String subject, String title, Component content) {
        var fold = folds.computeIfAbsent(subject, key -> new Details());
        fold.removeAll();
        fold.setSummaryText(title);
        fold.add(content);
        form.add(fold);
    }

    private static Component actions(Component... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("actions");
        return actions;
    }

    /**
     * @param said the fields whose texts the server has once it is done
     * @param result what the page says then
     */
    private void act(List<TextField> said, String result, Runnable act) {
        if (!complete(said)) {
            return;
        }
        try {
            act.run();
        } catch (Refusal refusal) {
            errors.show(List.of(new ErrorSummary.Entry(translations.of(refusal, getLocale()), null)));
            return;
        }
        errors.show(List.of());
        reasons.forEach((path, field) -> {
            if (said.contains(field)) {
                form.forget(path);
            }
        });
        showAnew.run();
        var note = new Note(Note.Kind.OK, result);
        done.add(note);
        note.lead();
    }

    private boolean complete(List<TextField> said) {
        done.removeAll();
        var missing = said.stream()
                .filter(field -> field.getValue().isBlank())
                .map(this::complain)
                .toList();
        errors.show(missing);
        return missing.isEmpty();
    }

    private ErrorSummary.Entry complain(TextField reason) {
        var missing =
                getTranslation("review.reason.missing", reason.getAriaLabel().orElse(""));
        reason.setErrorMessage(missing);
        reason.setInvalid(true);
        Optional.ofNullable(reason.findAncestor(Details.class)).ifPresent(fold -> fold.setOpened(true));
        return new ErrorSummary.Entry(missing, reason);
    }
}
