package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.DeclarationList.Line;
import app.tomoni.review.Declarations;
import app.tomoni.review.Kept;
import app.tomoni.review.Listed;
import app.tomoni.review.Tie;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.KeptField;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The one list of a call on which a reviewer says to whom there is a tie, before anything else is shown. */
@Route(ReviewNavigation.REVIEWS + "/:call/declarations")
@ForOffices(Office.REVIEWER)
@StyleSheet("context://tomoni/review.css")
class DeclarationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationsView.class);

    private final PersonId reviewer;
    private final Declarations declarations;
    private final Calls calls;
    private final Translations translations;
    private final Map<ProposalId, Long> versions = new HashMap<>();
    private final Map<ProposalId, RadioButtonGroup<Tie>> fields = new HashMap<>();
    /** What the server has, as far as this page knows. */
    private final Map<ProposalId, Tie> stored = new HashMap<>();

    private @Nullable KeptForm form;
    private ErrorSummary errors = new ErrorSummary();
    /** What the summary says is not answered yet. */
    private final Map<ProposalId, ErrorSummary.Entry> missing = new LinkedHashMap<>();
    /** What has happened meanwhile elsewhere, where nothing is to be mended. */
    private final Div news = new Div();

    DeclarationsView(SignedIn signedIn, Declarations declarations, Calls calls, Translations translations) {
        this.reviewer = signedIn.person();
        this.declarations = declarations;
        this.calls = calls;
        this.translations = translations;
        addClassNames("stack", "review-ties");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var list = ReviewNavigation.call(event.getRouteParameters()).flatMap(call -> declarations.list(reviewer, call));
        if (list.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(list.get());
    }

    private void show(DeclarationList list) {
        removeAll();
        versions.clear();
        fields.clear();
        stored.clear();
        form = new KeptForm("declarations:" + list.call(), reviewer.value(), this::restore);
        errors = new ErrorSummary();
        missing.clear();
        var title = getTranslation("review.ties.title");
        add(
                new Crumbs()
                        .step(getTranslation("review.mine.title"), ReviewNavigation.REVIEWS)
                        .here(title),
                new PageHead(title, form().indicator()),
                new Paragraph(calls.get(list.call()).title()));
        if (list.lines().isEmpty()) {
            add(new EmptyState(getTranslation("review.ties.none"), getTranslation("review.ties.none.why")));
            return;
        }
        news.removeAll();
        add(definition(), news, errors);
        if (list.confirmed()) {
            add(new Note(Note.Kind.OK, getTranslation("review.ties.done")));
        }
        form().addClassName("stack");
        add(form());
        list.lines().forEach(line -> form().add(line(line)));
        if (!list.confirmed()) {
            add(confirmation(list));
        }
    }

    private Component definition() {
        var what = new UnorderedList();
        what.addClassName("review-points");
        for (var point = 1; point <= 4; point++) {
            what.add(new ListItem(getTranslation("review.ties.what." + point)));
        }
        var card = new Card(
                new H2(getTranslation("review.ties.what")),
                what,
                new Paragraph(getTranslation("review.ties.why")),
                new Paragraph(getTranslation("review.ties.unsure")));
        return card.flat();
    }

    private Component line(Line line) {
        var listed = line.listed();
        var facts = new Facts()
                .fact(getTranslation("review.ties.number"), listed.number())
                .fact(getTranslation("review.ties.group"), listed.group())
                .fact(getTranslation("review.ties.representative"), listed.representative());
        if (!listed.partners().isEmpty()) {
            facts.fact(getTranslation("review.ties.partners"), listed.partners());
        }
        var card = new Card(listed.title(), facts);
        if (line.member()) {
            card.add(new Note(Note.Kind.INFO, getTranslation("review.ties.member")));
        } else if (line.confirmed()) {
            facts.fact(
                    getTranslation("review.ties.said"),
                    getTranslation("review.ties.answer." + line.said().name()));
            settled(line).forEach(card::add);
        } else {
            card.add(question(line));
        }
        return card;
    }

    private Component question(Line line) {
        var proposal = line.listed().proposal();
        var answer = new RadioButtonGroup<Tie>(getTranslation("review.ties.question"));
        answer.setItems(Tie.TIE, Tie.NONE, Tie.UNSURE);
        answer.setItemLabelGenerator(tie -> getTranslation("review.ties.answer." + tie.name()));
        if (line.answer() != Tie.UNANSWERED) {
            answer.setValue(line.answer());
            stored.put(proposal, line.answer());
        }
        fields.put(proposal, answer);
        form().keep(KeptField.of(answer), proposal.toString());
        based(proposal, line.version());
        answer.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue() != stored.get(proposal)) {
                keep(line.listed(), answer, change.getValue());
            }
        });
        return answer;
    }

    private void keep(Listed listed, RadioButtonGroup<Tie> field, Tie answer) {
        var proposal = listed.proposal();
        try {
            switch (declarations.answer(reviewer, proposal, answer, versions.getOrDefault(proposal, 0L))) {
                case Kept.Stored kept -> {
                    based(proposal, kept.version());
                    stored.put(proposal, answer);
                    field.setInvalid(false);
                    if (missing.remove(proposal) != null) {
                        errors.narrow(List.copyOf(missing.values()));
                    }
                    form().saved(proposal.toString(), KeptField.of(field).shown(), kept.at());
                }
                case Kept.Conflict conflict -> {
                    based(proposal, conflict.version());
                    stored.remove(proposal);
                    putBack(
                            proposal,
                            field,
                            getTranslation(
                                    "review.ties.conflict", getTranslation("review.ties.answer." + conflict.theirs())));
                }
            }
        } catch (Refusal refusal) {
            if (refusal.messageKey().equals(Declarations.CONFIRMED)) {
                form().forget(proposal.toString());
                showWhatStands(listed.call(), refusal);
            } else {
                putBack(proposal, field, translations.of(refusal, getLocale()));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("An answer could not be saved; the one before is shown again", e);
            putBack(proposal, field, getTranslation("review.ties.unsaved"));
        }
    }

    /** Only what is stored is shown, for it is what would be confirmed; where another page has it, nothing is. */
    private void putBack(ProposalId proposal, RadioButtonGroup<Tie> field, String why) {
        field.setValue(stored.get(proposal));
        field.setErrorMessage(why);
        field.setInvalid(true);
        form().forget(proposal.toString());
        form().indicator().unsaved();
    }

    private void based(ProposalId proposal, long version) {
        versions.put(proposal, version);
        form().base(Objects.requireNonNull(fields.get(proposal)), Long.toString(version));
    }

    /** What the browser had left is answered as it was meant: over the answer that was shown then. */
    private void restore(String path, String words, String basedOn) {
        fields.forEach((proposal, field) -> {
            var kept = KeptField.of(field);
            if (!path.equals(proposal.toString())) {
                return;
            }
            if (kept.shown().equals(words)) {
                form().forget(path);
            } else {
                versions.put(proposal, basedOn.matches("\\d{1,18}") ? Long.parseLong(basedOn) : 0L);
                kept.show(words);
            }
        });
    }

    private KeptForm form() {
        return Objects.requireNonNull(form);
    }

    /** What came of the answer, and the way out when a tie comes to mind later. */
    private Stream<Component> settled(Line line) {
        var came = line.settled()
                ? "review.ties.settled." + line.answer().name()
                : switch (line.answer()) {
                    case TIE -> "review.ties.out";
                    case UNSURE -> "review.ties.asked";
                    case NONE, UNANSWERED -> "";
                };
        var shown = Stream.<Component>builder();
        if (!came.isEmpty()) {
            shown.add(new Note(Note.Kind.INFO, getTranslation(came)));
        }
        if (line.answer() != Tie.TIE) {
            shown.add(late(line));
        }
        return shown.build();
    }

    private Component late(Line line) {
        return new LateTie(declarations, reviewer, line.listed().proposal(), translations, () -> {
            reload(line.listed().call());
            var done = new Note(Note.Kind.OK, getTranslation("review.late.done"));
            done.getElement().setAttribute("role", "status");
            news.add(done);
            done.lead();
        });
    }

    private Component confirmation(DeclarationList list) {
        var confirm = Buttons.primary(getTranslation("review.ties.confirm"), click -> confirm(list.call()));
        confirm.addClassName("l");
        var box = new Div(new Paragraph(getTranslation("review.ties.confirm.why")), confirm);
        box.addClassName("stack-s");
        return box;
    }

    private void confirm(CallId call) {
        news.removeAll();
        try {
            declarations.confirm(reviewer, call, read());
        } catch (Refusal refusal) {
            if (refusal.messageKey().equals(Declarations.CONFIRMED)) {
                showWhatStands(call, refusal);
                return;
            }
            if (refusal.messageKey().equals(Declarations.CHANGED)) {
                reload(call);
            }
            refuse(call, refusal);
            return;
        }
        UI.getCurrent().navigate(ReviewNavigation.REVIEWS);
    }

    private Map<ProposalId, Tie> read() {
        var read = new HashMap<ProposalId, Tie>();
        fields.forEach((proposal, field) -> field.getOptionalValue().ifPresent(tie -> read.put(proposal, tie)));
        return read;
    }

    private void refuse(CallId call, Refusal refusal) {
        missing.clear();
        declarations
                .list(reviewer, call)
                .ifPresent(list -> list.lines().stream()
                        .filter(line -> line.answer() == Tie.UNANSWERED)
                        .forEach(line -> missing.put(line.listed().proposal(), missing(line.listed()))));
        errors.show(List.copyOf(missing.values()));
        if (missing.isEmpty()) {
            tell(refusal);
        }
    }

    private ErrorSummary.Entry missing(Listed listed) {
        var why = getTranslation("review.ties.missing", listed.title());
        var field = fields.get(listed.proposal());
        if (field != null) {
            field.setErrorMessage(why);
            field.setInvalid(true);
        }
        return new ErrorSummary.Entry(why, field);
    }

    private void reload(CallId call) {
        declarations.list(reviewer, call).ifPresent(this::show);
    }

    /** It has been confirmed in another window. */
    private void showWhatStands(CallId call, Refusal refusal) {
        reload(call);
        tell(refusal);
    }

    private void tell(Refusal refusal) {
        var note = new Note(Note.Kind.WARN, translations.of(refusal, getLocale()));
        note.getElement().setAttribute("role", "status");
        news.removeAll();
        news.add(note);
        note.lead();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.ties.title");
    }
}
