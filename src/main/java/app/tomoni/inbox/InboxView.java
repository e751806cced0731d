package app.tomoni.inbox;

import app.tomoni.account.FirstStep;
import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.account.SingleKeys;
import app.tomoni.process.Audience;
import app.tomoni.process.CallNames;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.process.Statuses;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Keyboard;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What waits for the person who has signed in, most pressing first. */
@Route("inbox")
@ForEveryoneSignedIn
@StyleSheet("context://tomoni/inbox.css")
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, ScreenKeys {

    private final OpenTasks tasks;
    private final Statuses statuses;
    private final ObjectProvider<CallNames> callNames;
    private final People people;
    private final PersonId person;
    private final List<Office> offices;
    private final SingleKeys singleKeys;
    private final List<FirstStep> steps;
    private final Clock clock;
    private final Paragraph keysHelp = new Paragraph();
    private final Button keysSwitch = Buttons.quiet("", event -> turnKeys());
    private final Div top = new Div();
    private final TextField words = new TextField();
    private final Div choices = new Div();
    private final Div filters = new Div(words, choices);
    private final Div found = new Div();
    private InboxState state = InboxState.of(QueryParameters.empty());
    private boolean keysOn;

    InboxView(
            OpenTasks tasks,
            Statuses statuses,
            ObjectProvider<CallNames> callNames,
            People people,
            SignedIn signedIn,
            SingleKeys singleKeys,
            List<FirstStep> steps,
            Clock clock) {
        this.tasks = tasks;
        this.statuses = statuses;
        this.callNames = callNames;
        this.people = people;
        this.person = signedIn.person();
        this.offices = tasks.offices(person);
        this.singleKeys = singleKeys;
        this.steps = steps;
        this.keysOn = singleKeys.wanted(person, offices);
        this.clock = clock;
        addClassName("inbox");
        words.setLabel(getTranslation("inbox.words"));
        words.setMaxLength(100);
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setId("inbox-words");
        words.getElement().setAttribute("data-press", InboxKeys.WORDS);
        words.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(state.looking(event.getValue()));
            }
        });
        filters.addClassName("inbox-filters");
        filters.getElement().setAttribute("role", "search");
        List.of(top, choices, found).forEach(part -> part.addClassName("inbox-part"));
        add(top, filters, found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inbox.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!offices.isEmpty() && offices.stream().allMatch(Office::ofGroup)) {
            event.forwardTo("proposals"); // where a group finds what waits for it
            return;
        }
        show(InboxState.of(event.getLocation().getQueryParameters()));
    }

    /** All of it anew but the field for words, in which somebody may be typing. */
    private void show(InboxState state) {
        this.state = state;
        top.removeAll();
        choices.removeAll();
        found.removeAll();
        var counts = tasks.counts(person);
        var page = tasks.page(person, state.question());
        top.add(head(), views(state, counts));
        filters.setVisible(counts.all() > 0);
        if (filters.isVisible()) {
            filter(state);
        }
        if (page.tasks().isEmpty()) {
            found.add(nothing(state, counts));
            return;
        }
        var offices = officeWords(page.tasks());
        var list = new TaskList(tasks, offices, backWords(page.tasks()), clock, getLocale());
        if (state.table()) {
            found.add(list.table(page.tasks(), getTranslation("inbox.title")), pages(state, page.more()), modes(state));
            return;
        }
        var chosen = chosen(state, page.tasks());
        var left = new Div(list.list(page.tasks(), chosen, state), pages(state, page.more()), modes(state));
        left.addClassName("inbox-list");
        var status = statuses.of(chosen, Audience.STAFF, person, getLocale());
        var both = new Div(left, new TaskPanel(chosen, status, tasks.name(chosen, getLocale()), offices.apply(chosen)));
        both.addClassName("inbox-two");
        found.add(both);
        InboxKeys.listen(this, keysOn);
    }

    /** The office that does a task, and in whose place this person uses it. */
    private Function<OpenTask, String> officeWords(List<OpenTask> shown) {
        var principals = tasks.actingFor(person, shown);
        var names = people.names(principals.values());
        return task -> {
            var office = getTranslation("account.office." + task.office().key());
            var principal = principals.get(task.id());
            return principal == null
                    ? office
                    : getTranslation("account.mine.actingFor", office, names.getOrDefault(principal, ""));
        };
    }

    /** By whom and when something was sent back; empty for what was not. */
    private Function<OpenTask, String> backWords(List<OpenTask> shown) {
        var back = tasks.sentBack(shown);
        var names = people.names(back.values().stream()
                .map(OpenTasks.SentBack::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return task -> {
            var sent = back.get(task.id());
            if (sent == null) {
                return "";
            }
            var day = JapaneseDates.brief(JapaneseDates.day(sent.at()), getLocale());
            return getTranslation(
                    "inbox.back." + sent.kind(),
                    sent.by() == null ? day : getTranslation("inbox.back.who", day, names.getOrDefault(sent.by(), "")));
        };
    }

    private static OpenTask chosen(InboxState state, List<OpenTask> shown) {
        return shown.stream()
                .filter(task -> task.id().value().equals(String.valueOf(state.chosen())))
                .findFirst()
                .orElseGet(shown::getFirst);
    }

    private Component head() {
        var today = new Paragraph(JapaneseDates.full(LocalDate.now(clock), getLocale()));
        today.addClassNames("mute", "small");
        return new PageHead(getTranslation("inbox.title"), today);
    }

    private Component views(InboxState state, OpenTasks.Counts counts) {
        var nav = new Nav(
                view(state, OpenTasks.View.TODAY, counts.today()),
                view(state, OpenTasks.View.OVERDUE, counts.overdue()),
                view(state, OpenTasks.View.ALL, counts.all()));
        nav.addClassName("tabs");
        nav.setAriaLabel(getTranslation("inbox.views"));
        return nav;
    }

    private Component view(InboxState state, OpenTasks.View view, int count) {
        var link = link(getTranslation("inbox.view." + view), state.in(view));
        var number = new Span(count(count));
        number.addClassName("vn");
        link.add(number);
        if (state.view() == view) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private String count(int count) {
        return count >= OpenTasks.MANY ? getTranslation("inbox.many", OpenTasks.MANY) : String.valueOf(count);
    }

    private void filter(InboxState state) {
        if (!words.getValue().equals(state.words())) {
            words.setValue(state.words());
        }
        var waiting = tasks.calls(person);
        var names = callNames
                .orderedStream()
                .findFirst()
                .map(known -> known.of(waiting))
                .orElseGet(Map::of);
        var calls = waiting.stream().filter(names::containsKey).toList();
        if (calls.size() > 1 || state.call() != null) {
            choices.add(choice(
                    "inbox.call",
                    "inbox.call.all",
                    calls,
                    state.call(),
                    call -> names.getOrDefault(call, ""),
                    call -> go(state.forCall(call))));
        }
        if (offices.size() > 1) {
            choices.add(choice(
                    "inbox.office",
                    "inbox.office.all",
                    offices,
                    state.office(),
                    office -> getTranslation("account.office." + office.key()),
                    office -> go(state.forOffice(office))));
        }
        choices.add(choice(
                "inbox.order",
                null,
                List.of(OpenTasks.Order.values()),
                state.order(),
                order -> getTranslation("inbox.order." + order),
                order -> go(state.by(order == null ? OpenTasks.Order.DUE : order))));
    }

    private <T> Component choice(
            String label,
            @Nullable String all,
            List<T> values,
            @Nullable T chosen,
            Function<T, String> name,
            java.util.function.Consumer<@Nullable T> choose) {
        var select = new Select<T>();
        select.setLabel(getTranslation(label));
        if (all != null) {
            select.setEmptySelectionAllowed(true);
            select.setEmptySelectionCaption(getTranslation(all));
        }
        select.setItems(new ArrayList<>(values));
        select.setItemLabelGenerator(item -> item == null ? getTranslation(String.valueOf(all)) : name.apply(item));
        if (chosen != null && values.contains(chosen)) {
            select.setValue(chosen);
        }
        select.addValueChangeListener(event -> choose.accept(event.getValue()));
        return select;
    }

    private Component nothing(InboxState state, OpenTasks.Counts counts) {
        if (state.narrowed()) {
            return new EmptyState(
                    getTranslation("inbox.none.found"),
                    getTranslation("inbox.none.found.why"),
                    Buttons.secondary(getTranslation("inbox.none.wide"), event -> go(state.wide())));
        }
        if (counts.all() > 0) {
            return new EmptyState(
                    getTranslation("inbox.none." + state.view()),
                    getTranslation("inbox.none.view.why", count(counts.all())),
                    Buttons.secondary(getTranslation("inbox.none.all"), event -> go(state.in(OpenTasks.View.ALL))));
        }
        return steps.stream()
                .filter(step -> offices.contains(step.office()) && !step.done().getAsBoolean())
                .findFirst()
                .map(this::begin)
                .orElseGet(() -> new EmptyState(
                        getTranslation("inbox.none"),
                        getTranslation("inbox.none.why"),
                        Buttons.page("how", getTranslation("inbox.none.how"))));
    }

    /** Nothing comes to this person before they begin themselves. */
    private EmptyState begin(FirstStep step) {
        return new EmptyState(
                getTranslation(step.key() + ".missing"),
                getTranslation("inbox.none.begin"),
                Buttons.page(step.path(), getTranslation(step.key())));
    }

    private Component pages(InboxState state, boolean more) {
        var nav = new Nav();
        nav.addClassName("inbox-pages");
        nav.setAriaLabel(getTranslation("inbox.pages"));
        if (state.page() > 0) {
            nav.add(link(getTranslation("inbox.page.before", InboxState.SIZE), state.on(state.page() - 1)));
        }
        if (state.page() > 0 || more) {
            nav.add(new Span(getTranslation("inbox.page", state.page() + 1)));
        }
        if (more) {
            nav.add(link(getTranslation("inbox.page.next", InboxState.SIZE), state.on(state.page() + 1)));
        }
        return nav;
    }

    private Component modes(InboxState state) {
        var modes = new Div(
                link(getTranslation(state.table() ? "inbox.asList" : "inbox.asTable"), state.asTable(!state.table())));
        modes.addClassName("inbox-modes");
        if (!state.table()) {
            sayKeys();
            modes.add(keysHelp, keysSwitch);
        }
        return modes;
    }

    private void turnKeys() {
        singleKeys.choose(person, !keysOn);
        useSingleKeys(!keysOn);
        Keyboard.of(this).ifPresent(frame -> frame.useSingleKeys(keysOn));
    }

    @Override
    public void useSingleKeys(boolean on) {
        keysOn = on;
        InboxKeys.listen(this, on);
        sayKeys();
    }

    private void sayKeys() {
        InboxKeys.help(keysHelp, keysOn, this::getTranslation);
        keysSwitch.setText(getTranslation(keysOn ? "inbox.keys.off" : "inbox.keys.on"));
    }

    @Override
    public List<Key> keys() {
        return keysHelp.isAttached()
                ? InboxKeys.all(this::getTranslation)
                : filters.isVisible() ? List.of(InboxKeys.words(this::getTranslation)) : List.of();
    }

    static RouterLink link(String text, InboxState state) {
        var link = new RouterLink(text, InboxView.class);
        link.setQueryParameters(state.address());
        return link;
    }

    private void go(InboxState state) {
        QueryParameters address = state.address();
        getUI().ifPresent(ui -> ui.navigate(InboxView.class, address));
    }
}
