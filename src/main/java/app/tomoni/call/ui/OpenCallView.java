package app.tomoni.call.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.Calls;
import app.tomoni.call.Deadline;
import app.tomoni.call.Panels;
import app.tomoni.call.ProposalForm;
import app.tomoni.call.Timetable;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.DueDates;
import app.tomoni.process.Statuses;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A call as groups see it, with the way to a proposal. */
@Route(CallNavigation.OPEN_CALLS + "/:call")
@ForEveryoneSignedIn
@StyleSheet("context://tomoni/call.css")
class OpenCallView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Calls calls;
    private final Panels panels;
    private final Timetable timetable;
    private final ProposalForm form;
    private final Memberships memberships;
    private final Statuses statuses;
    private final DueDates dates;
    private final FileLinks files;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Words words;
    private String title;

    OpenCallView(
            Calls calls,
            Panels panels,
            Timetable timetable,
            ProposalForm form,
            Memberships memberships,
            Statuses statuses,
            DueDates dates,
            FileLinks files,
            SignedIn signedIn,
            Translations translations,
            Clock clock) {
        this.calls = calls;
        this.panels = panels;
        this.timetable = timetable;
        this.form = form;
        this.memberships = memberships;
        this.statuses = statuses;
        this.dates = dates;
        this.files = files;
        this.signedIn = signedIn;
        this.clock = clock;
        this.words = new Words(translations, getLocale());
        this.title = words.say("call.open.title");
        addClassName("stack-5");
    }

    /** Whether everybody who has signed in reads of the call here. */
    static boolean shows(Call call) {
        return call.isApproved();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var found = CallAddress.find(event.getRouteParameters(), calls).filter(OpenCallView::shows);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var call = found.get();
        var now = clock.instant();
        var groups = memberships.organisationsOf(signedIn.person());
        title = words.title(call);
        var stops = timetable.shown(call);
        add(
                new Crumbs()
                        .step(words.say("call.open.title"), CallNavigation.OPEN_CALLS)
                        .here(words.title(call)),
                new PageHead(words.title(call), Stage.of(call, now).chip(words)));
        var status = call.hasClosed(now) ? publicStatus(call) : Optional.<CaseStatus>empty();
        if (call.hasClosed(now)) {
            add(status.map(known -> band(call, known, now)).orElseGet(() -> notBegun(call, now)));
        }
        add(
                status.filter(CaseStatus::ended).isPresent() ? publicPage(call) : way(call, now, groups),
                new Guide(
                        call,
                        call.guideline(),
                        stops,
                        form.of(call).attachments(),
                        panels.members(call.id()).size(),
                        words,
                        files,
                        new CalendarDownload(call, stops, now, words)));
    }

    /** Where the selection stands, as everybody may know: a group reads about its own proposal on the proposal's page. */
    private Optional<CaseStatus> publicStatus(Call call) {
        return statuses.ofBegun(new CaseKey(call.id().value()), Audience.EVERYONE, null, getLocale());
    }

    private StatusBand band(Call call, CaseStatus status, Instant now) {
        var publication = dates.due(new CaseKey(call.id().value()), Deadline.PUBLICATION, now);
        var next = status.ended() || publication == null || publication.equals(status.due())
                ? status.next()
                : statuses.orLate(words.say("call.band.results", words.at(publication)), publication, getLocale());
        return new StatusBand().say(status.now(), next, false);
    }

    /** What comes next while nobody is told whether there is anything to select from. */
    private StatusBand notBegun(Call call, Instant now) {
        var publication = Objects.requireNonNull(dates.due(new CaseKey(call.id().value()), Deadline.PUBLICATION, now));
        return new StatusBand()
                .say(
                        words.say("call.band.closed", words.at(call.closesAt())),
                        statuses.orLate(
                                words.say("call.band.results.ifAny", words.at(publication)), publication, getLocale()),
                        false);
    }

    private Component publicPage(Call call) {
        var box = new Div(Buttons.page(CallNavigation.publicPage(call.id()), words.say("call.open.publicPage")));
        box.addClassName("actions");
        return box;
    }

    /** What this reader can do next. */
    private Component way(Call call, Instant now, List<Organisation> groups) {
        if (now.isBefore(call.opensAt())) {
            return new Note(Note.Kind.INFO, words.say("call.open.notYet", words.at(call.opensAt())));
        }
        var admitted = groups.stream()
                .map(Organisation::id)
                .filter(group -> call.accepts(now, group))
                .findFirst();
        if (call.hasClosed(now) && admitted.isEmpty()) {
            return new Note(Note.Kind.INFO, words.say("call.open.closed", words.at(call.closesAt())));
        }
        if (groups.isEmpty()) {
            return new Note(Note.Kind.INFO, words.say("call.open.noGroup"));
        }
        if (groups.stream().noneMatch(group -> memberships.mayEdit(signedIn.person(), group.id()))) {
            return new Note(Note.Kind.INFO, words.say("call.open.reader"));
        }
        var propose = new Anchor(ProposeLink.to(call.id()), words.say("call.open.propose"));
        propose.addClassNames("btn", "p");
        var box = new Div(propose);
        box.addClassName("actions");
        groups.stream()
                .map(Organisation::id)
                .filter(call::isAdmittedLate)
                .findFirst()
                .ifPresent(group ->
                        box.add(new Paragraph(words.say("call.open.admitted", words.at(call.closesAt(group))))));
        return box;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
