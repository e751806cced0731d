package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormWords;
import app.tomoni.form.ui.FormView;
import app.tomoni.form.ui.FormViews;
import app.tomoni.form.ui.SupplementPoint;
import app.tomoni.process.CaseKey;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.TaskId;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.AnswerSupplement;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.SupplementRequest;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.DiffText;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Question;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** only what the secretariat asked about is open; what changed is shown before it is handed in. */
@Route("tasks/supplementProposal/:task")
@RouteAlias("proposals/:proposal/supplement")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class SupplementView extends ProposalPage {

    private final Proposals proposals;
    private final AnswerSupplement supplement;
    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final FormViews forms;
    private final FormWords words;
    private final AnswerTexts texts;
    private final Cases cases;
    private final CaseCards cards;
    private final Translations translations;
    private final Clock clock;
    private final ErrorSummary errors = new ErrorSummary();
    /** Whether that lists points that nobody has dealt with. */
    private boolean listsUntouched;

    private Runnable touched = () -> {};
    private final Div said = new Div();
    private final Div changes = new Div();
    private final TextArea remark = new TextArea();
    /** What the page shows that would be sent. */
    private Answers read = Answers.NONE;

    SupplementView(
            Access access,
            SignedIn signedIn,
            Proposals proposals,
            AnswerSupplement supplement,
            Drafts drafts,
            TermsOfCalls terms,
            FormViews forms,
            FormWords words,
            AnswerTexts texts,
            Cases cases,
            CaseCards cards,
            Translations translations,
            Clock clock) {
        super(access, signedIn);
        this.proposals = proposals;
        this.supplement = supplement;
        this.drafts = drafts;
        this.terms = terms;
        this.forms = forms;
        this.words = words;
        this.texts = texts;
        this.cases = cases;
        this.cards = cards;
        this.translations = translations;
        this.clock = clock;
        changes.addClassName("stack");
    }

    @Override
    protected Optional<ProposalId> named(RouteParameters parameters) {
        return parameters
                .get("task")
                .map(TaskId::new)
                .flatMap(task -> cases.task(task, person))
                .map(task -> new ProposalId(task.caseKey().value()))
                .or(() -> super.named(parameters));
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.supplement"));
        var name = cards.title(proposal, getLocale());
        add(crumbs(proposal, name, getTranslation("proposal.supplement")));
        var request = proposals.openSupplement(proposal.id());
        var task = task(proposal);
        if (request.isEmpty() || task.isEmpty() || !access.mayWrite(proposal, person)) {
            nothingAsked(proposal);
            return;
        }
        write(proposal, request.get(), task.get());
    }

    /** That the last answer has arrived and when; or that nothing is asked. */
    private void nothingAsked(Proposal proposal) {
        var back = button(ProposalNavigation.overview(proposal.id()), getTranslation("proposal.back"), false);
        var asked = proposals.supplements(proposal.id());
        var last = asked.isEmpty() ? null : asked.getLast();
        if (last == null || last.revision() == null || last.answeredAt() == null) {
            add(
                    new PageHead(getTranslation("proposal.supplement")),
                    new EmptyState(
                            getTranslation("proposal.supplement.none"),
                            getTranslation("proposal.supplement.none.why"),
                            back));
            return;
        }
        title(getTranslation("proposal.supplement.sent"));
        var arrived = new Note(
                Note.Kind.OK,
                new Paragraph(getTranslation(
                        "proposal.supplement.arrived",
                        last.points().size(),
                        JapaneseDates.full(last.answeredAt(), getLocale()))),
                new Paragraph(getTranslation("proposal.supplement.arrived.next")));
        arrived.getElement().setAttribute("role", "status");
        var ways = new Div(
                back,
                button(ProposalNavigation.receipt(proposal.id()), getTranslation("proposal.receipt.open"), false));
        ways.addClassName("row");
        add(new PageHead(getTranslation("proposal.supplement.sent")), arrived, ways);
    }

    private Optional<OpenTask> task(Proposal proposal) {
        return cases.tasksOf(new CaseKey(proposal.id().value())).stream()
                .filter(task -> task.kind().equals("supplementProposal"))
                .findFirst();
    }

    private void write(Proposal proposal, SupplementRequest request, OpenTask task) {
        supplement.begin(request, person);
        var latest = proposals.latestRevision(proposal.id());
        var from = getTranslation(
                "proposal.supplement.from", JapaneseDates.brief(JapaneseDates.day(request.requestedAt()), getLocale()));
        var form = forms.supplement(
                drafts.form(latest),
                AnswerSupplement.subject(request),
                person,
                terms.of(proposal).rules(),
                () -> supplement.mayWrite(request, person),
                request.points().stream()
                        .map(point -> new SupplementPoint(
                                point.field(),
                                point.comment(),
                                from,
                                latest.answers().get(point.field()),
                                point.isDone()))
                        .toList(),
                (field, done) -> {
                    supplement.mark(request, field, done, person);
                    touched.run();
                });
        touched = () -> dropWhatWasTouched(proposal, request, form);
        form.onSaved(() -> {
            draw(proposal, request);
            touched.run();
        });
        var resting = new Paragraph(getTranslation("proposal.write.others.later"));
        resting.addClassNames("small", "mute");
        form.watch(() -> {
            resting.setVisible(!form.isWatched());
            proposals.openSupplement(proposal.id()).ifPresent(now -> form.marked(marked(now)));
        });
        var ways = new UnorderedList();
        ways.addClassName("links");
        request.points()
                .forEach(point -> ways.add(new ListItem(
                        Buttons.quiet(label(drafts.form(latest), point.field()), click -> form.goTo(point.field())))));
        add(
                new PageHead(getTranslation("proposal.supplement"), form.indicator()),
                new Note(
                        Note.Kind.INFO,
                        new Paragraph(intro(request.points().size(), task.dueAt())),
                        ways,
                        new Paragraph(getTranslation("proposal.supplement.only"))),
                said,
                errors,
                form,
                resting);
        draw(proposal, request);
        add(
                new Card(
                        getTranslation("proposal.supplement.diff"),
                        new Paragraph(getTranslation("proposal.supplement.diff.what")),
                        DiffText.legend(this),
                        changes),
                send(proposal, request, task, form));
    }

    private String intro(int points, @Nullable Instant due) {
        if (due == null) {
            return getTranslation("proposal.supplement.intro.open", points);
        }
        var key = due.isBefore(clock.instant()) ? "proposal.supplement.intro.late" : "proposal.supplement.intro";
        return getTranslation(key, points, JapaneseDates.brief(due, getLocale()));
    }

    private static Set<String> marked(SupplementRequest request) {
        return request.points().stream()
                .filter(SupplementRequest.Point::isDone)
                .map(SupplementRequest.Point::field)
                .collect(Collectors.toSet());
    }

    /** What has changed in the named fields since it was handed in; drawn anew with each save. */
    private void draw(Proposal proposal, SupplementRequest request) {
        changes.removeAll();
        var latest = proposals.latestRevision(proposal.id());
        var definition = drafts.form(latest);
        read = supplement.answers(request);
        var changed = texts
                .changes(texts.of(definition, latest.typed(), getLocale()), texts.of(definition, read, getLocale()))
                .stream()
                .filter(change -> request.fields().contains(change.key()))
                .collect(Collectors.groupingBy(AnswerTexts.Change::key));
        request.points().forEach(point -> {
            changes.add(new H3(label(definition, point.field())));
            var own = changed.getOrDefault(point.field(), List.of());
            if (own.isEmpty()) {
                var same = new Paragraph(getTranslation("proposal.supplement.same"));
                same.addClassName("mute");
                changes.add(same);
            }
            own.forEach(change -> changes.add(new DiffText(change.before(), change.after())));
        });
    }

    private Component send(Proposal proposal, SupplementRequest request, OpenTask task, FormView form) {
        if (!access.mayHandIn(proposal, person)) {
            return new Card(
                    getTranslation("proposal.supplement.send"),
                    new Note(Note.Kind.INFO, getTranslation("proposal.refusal.representativeOnly")));
        }
        remark.setLabel(getTranslation("proposal.supplement.remark"));
        remark.setHelperText(getTranslation("proposal.supplement.remark.help"));
        remark.setWidthFull();
        remark.setId("remark");
        var remarked = new ShortForm("supplement-remark:" + request.id(), person.value());
        remarked.add(
                remarked.counted(remark, Lengths.REASON),
                new Paragraph(getTranslation("proposal.supplement.send.means")),
                Buttons.primary(getTranslation("proposal.supplement.send"), click -> {
                    if (remarked.filled()) {
                        ask(proposal, request, task.id(), form, remarked);
                    }
                }));
        return new Card(getTranslation("proposal.supplement.send"), remarked);
    }

    /** Asks before it is sent, once nothing stands in the way. */
    private void ask(Proposal proposal, SupplementRequest request, TaskId task, FormView form, ShortForm remarked) {
        said.removeAll();
        if (supplement.mayWrite(request, person) && !form.isSafe()) {
            say(getTranslation("proposal.supplement.unsafe"));
            return;
        }
        var wrong = supplement.errors(request);
        if (!wrong.isEmpty()) {
            listsUntouched = false;
            if (form.complain(errors)) {
                errors.show(wrong.stream().map(this::line).toList());
            }
            return;
        }
        errors.show(untouched(proposal, request, form));
        listsUntouched = errors.isVisible();
        if (!listsUntouched) {
            question(request, () -> send(proposal, request, task, remarked)).open();
        }
    }

    private List<ErrorSummary.Entry> untouched(Proposal proposal, SupplementRequest request, FormView form) {
        var definition = drafts.form(proposals.latestRevision(proposal.id()));
        return supplement.untouched(request).stream()
                .map(point -> form.line(
                        point.field(),
                        getTranslation("proposal.supplement.untouched", label(definition, point.field()))))
                .toList();
    }

    /** What has been dealt with leaves the list of what has not. */
    private void dropWhatWasTouched(Proposal proposal, SupplementRequest request, FormView form) {
        if (listsUntouched) {
            errors.narrow(untouched(proposal, request, form));
            listsUntouched = errors.isVisible();
        }
    }

    private Question question(SupplementRequest request, Runnable send) {
        return new Question(
                getTranslation("proposal.supplement.ask", request.points().size()),
                new Paragraph(getTranslation("proposal.supplement.send.means")),
                getTranslation("proposal.supplement.ask.no"),
                getTranslation("proposal.supplement.ask.yes"),
                send);
    }

    private void send(Proposal proposal, SupplementRequest request, TaskId task, ShortForm remarked) {
        try {
            supplement.answer(request, task, person, read, remark.getValue());
            remarked.act(() -> {}); // it has arrived
            UI.getCurrent().navigate(ProposalNavigation.supplement(proposal.id()));
        } catch (Refusal refusal) {
            draw(proposal, request);
            say(translations.of(refusal, getLocale()));
        }
    }

    private static String label(FormDefinition form, String field) {
        return form.field(field).map(Field::label).orElse("");
    }

    private void say(String sentence) {
        said.add(new Note(Note.Kind.ERROR, sentence));
        said.getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    private ErrorSummary.Entry line(FieldError error) {
        return new ErrorSummary.Entry(words.of(error, getLocale()), null);
    }
}
