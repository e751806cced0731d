package app.tomoni.call.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.call.ApproveCall;
import app.tomoni.call.Call;
import app.tomoni.call.Calls;
import app.tomoni.call.Problem;
import app.tomoni.call.ProposalForm;
import app.tomoni.call.Readiness;
import app.tomoni.call.ReviseCall;
import app.tomoni.call.Timetable;
import app.tomoni.form.FormDefinition;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the secretariat writes a call, one part a page; everything is kept while it is typed. */
@Route(CallNavigation.CALLS + "/:call/design/:section?")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/call.css")
class DesignView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Calls calls;
    private final ReviseCall revise;
    private final ApproveCall approve;
    private final Readiness readiness;
    private final Timetable timetable;
    private final ProposalForm form;
    private final SignedIn signedIn;
    private final PanelEditor.Tools panelTools;
    private final FilesPart.Tools fileTools;
    private final Words words;

    DesignView(
            Calls calls,
            ReviseCall revise,
            ApproveCall approve,
            Readiness readiness,
            Timetable timetable,
            ProposalForm form,
            SignedIn signedIn,
            PanelEditor.Tools panelTools,
            FilesPart.Tools fileTools,
            Translations translations) {
        this.calls = calls;
        this.revise = revise;
        this.approve = approve;
        this.readiness = readiness;
        this.timetable = timetable;
        this.form = form;
        this.signedIn = signedIn;
        this.panelTools = panelTools;
        this.fileTools = fileTools;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var found = CallAddress.find(event.getRouteParameters(), calls);
        var section = Section.withPath(event.getRouteParameters().get("section").orElse(Section.CONTENT.path()));
        if (found.isEmpty() || section.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var call = found.get();
        var crumbs = new Crumbs()
                .step(words.say("call.list.title"), CallNavigation.CALLS)
                .step(words.title(call), CallNavigation.call(call.id()))
                .here(words.say("call.design.title"));
        if (!call.isDraft()) {
            var back = new Anchor(CallNavigation.call(call.id()), words.say("call.design.frozen.back"));
            back.addClassName("btn");
            add(
                    crumbs,
                    new PageHead(words.title(call)),
                    new EmptyState(words.say("call.design.frozen"), words.say("call.design.frozen.why"), back));
            return;
        }
        var place = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("at")
                .orElse("");
        new Page(call, section.get(), crumbs, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("call.design.title");
    }

    /** One part of one call. */
    private class Page {

        private final Section section;
        private final PageHead head;
        private final Nav nav = new Nav();
        private final KeptForm content;
        private final Calendar calendar = new Calendar(words);
        private final Div todo = new Div();
        private final Div namesakes = new Div();
        private final DraftFields fields;
        private Call call;
        private @Nullable CriteriaPart criteria;

        Page(Call call, Section section, Crumbs crumbs, String place) {
            this.call = call;
            this.section = section;
            this.content = new KeptForm("call:" + call.id(), signedIn.person().value(), this::restored);
            this.fields =
                    new DraftFields(call.id(), call.draft(), signedIn.person(), revise, words, content, this::refresh);
            if (!place.isEmpty()) {
                fields.showAll();
            }
            head = new PageHead(words.title(call), content.indicator());
            todo.getElement().setAttribute("aria-live", "polite");
            namesakes.getElement().setAttribute("aria-live", "polite");
            content.addClassNames("card", "call-part");
            nav.addClassName("call-parts");
            nav.getElement().setAttribute("aria-label", words.say("call.design.parts"));
            var columns = new Div(nav, content);
            columns.addClassName("call-design");
            if (section == Section.DATES || section == Section.DEADLINES) {
                var beside = new Div(new H2(words.say("call.calendar.title")), calendar);
                beside.addClassNames("card", "flat", "call-beside", "stack");
                beside.getElement().setAttribute("aria-live", "polite");
                columns.add(beside);
                columns.addClassName("three");
            }
            add(crumbs, head, columns);
            build();
            var target = fields.at(place);
            if (target != null) {
                // after the frame has put the focus on the heading, unless somebody is at work elsewhere by then
                target.getElement().executeJs("""
                                setTimeout(() => {
                                  if (window.tomoniAtWork()) return;
                                  this.focus();
                                  this.scrollIntoView({block: 'center'});
                                }, 150)""");
            }
        }

        private void restored(String place, String typed, String basedOn) {
            fields.restored(place, typed, basedOn);
        }

        /** Draws the part anew, after something was added, moved or taken away. */
        private void build() {
            call = calls.get(call.id());
            fields.begin(call.draft());
            content.removeAll();
            content.add(new H2(words.say(section.labelKey())));
            switch (section) {
                case CONTENT -> content.add(new ContentPart(fields, words, namesakes));
                case DATES -> content.add(new DatesPart(fields, words));
                case CRITERIA -> {
                    criteria = new CriteriaPart(fields, words, places(), this::change);
                    content.add(criteria);
                }
                case PANEL -> content.add(todo, new PanelEditor(call.id(), fields, words, panelTools, this::refresh));
                case MONEY -> content.add(new MoneyPart(fields, words));
                case DEADLINES -> content.add(new DeadlinesPart(fields, words));
                case RULE -> content.add(new RulePart(fields, words, this::change));
                case FILES ->
                    content.add(new FilesPart(call.id(), signedIn.person(), fields, words, fileTools, this::refresh));
                case CHECK ->
                    content.add(new CheckPart(
                            call,
                            readiness.problems(call),
                            timetable.of(call.draft()).stops(),
                            readiness.opensAtOnce(call),
                            words,
                            this::putForward));
            }
            content.add(steps());
            refresh();
        }

        private List<FormDefinition.Place> places() {
            return form.of(call).forReviewers().places();
        }

        private void change(StructureChange change, Consumer<CriteriaPart> then) {
            if (changed(change) && criteria != null) {
                then.accept(criteria);
            }
        }

        private void change(StructureChange change) {
            changed(change);
        }

        private boolean changed(StructureChange change) {
            try {
                change.on(revise, call.id(), signedIn.person());
            } catch (Refusal refusal) {
                var note = new Note(Note.Kind.ERROR, words.refusal(refusal));
                content.add(note);
                note.lead();
                return false;
            }
            build();
            return true;
        }

        private void putForward() {
            approve.putForward(call.id(), signedIn.person());
            getUI().ifPresent(ui -> ui.navigate(CallNavigation.call(call.id())));
        }

        /** What follows from what was typed: the heading, what is still to be done, the calendar. */
        private void refresh() {
            call = calls.get(call.id());
            fields.draft(call.draft());
            head.title(words.title(call));
            var problems = readiness.problems(call);
            fields.show(problems);
            if (criteria != null) {
                criteria.refresh();
            }
            parts(problems);
            todo.removeAll();
            problems.stream()
                    .filter(problem -> problem.place().equals("/panel"))
                    .forEach(problem -> todo.add(new Paragraph(words.problem(problem))));
            calendar.show(timetable.of(call.draft()).stops());
            nameOthers();
        }

        /** Who proposes, or looks for a call in a list, would take one for the other. */
        private void nameOthers() {
            namesakes.removeAll();
            var others = call.title().isEmpty()
                    ? List.<Call>of()
                    : calls.namesakes(call.title(), call.id().value());
            if (!others.isEmpty()) {
                var years = others.stream().map(words::fiscalYear).distinct().toList();
                namesakes.add(new Note(Note.Kind.INFO, words.say("call.title.others", call.title(), years)));
            }
        }

        private void parts(List<Problem> problems) {
            nav.removeAll();
            var list = new OrderedList();
            for (var part : Section.values()) {
                var check = part == Section.CHECK;
                var open = problems.stream()
                        .filter(problem -> check || Section.of(problem.place()) == part)
                        .count();
                var link = new Anchor(CallNavigation.design(call.id(), part), words.say(part.labelKey()));
                if (part == section) {
                    link.getElement().setAttribute("aria-current", "page");
                }
                var state = new Span(open > 0 ? words.say("call.design.open", open) : done(part));
                state.addClassNames("state", open == 0 ? "done" : "open");
                link.add(state);
                list.add(new ListItem(link));
            }
            nav.add(list);
        }

        private String done(Section part) {
            return switch (part) {
                case FILES -> words.say("call.files.state", call.draft().files().size());
                case CHECK -> words.say("call.design.all");
                default -> words.say("call.design.done");
            };
        }

        private Component steps() {
            var box = new Div();
            box.addClassName("actions");
            var all = Section.values();
            if (section.ordinal() > 0) {
                var before = all[section.ordinal() - 1];
                var link = new Anchor(
                        CallNavigation.design(call.id(), before),
                        words.say("call.design.before", words.say(before.labelKey())));
                link.addClassName("btn");
                box.add(link);
            }
            if (section.ordinal() < all.length - 1) {
                var next = all[section.ordinal() + 1];
                var link = new Anchor(
                        CallNavigation.design(call.id(), next),
                        words.say("call.design.next", words.say(next.labelKey())));
                link.addClassNames("btn", "p");
                box.add(link);
            }
            return box;
        }
    }
}
