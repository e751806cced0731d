package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.selection.Deliveries;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterRegister;
import app.tomoni.decision.selection.LettersToPost;
import app.tomoni.decision.selection.OfferLetters;
import app.tomoni.decision.selection.PostLetters;
import app.tomoni.document.Downloads;
import app.tomoni.document.FileId;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.DayPicker;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import app.tomoni.shared.ui.Question;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;

/** The register of letters: number, addressee, bytes and where each one is. The auditor reads it, and sends nothing. */
@Route(SelectionNavigation.LETTERS)
@ForOffices({Office.SECRETARIAT, Office.AUDITOR})
@StyleSheet("context://tomoni/decision.css")
class LettersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 100;

    private final LetterRegister register;
    private final Deliveries deliveries;
    private final PostLetters posting;
    private final OfferLetters offers;
    private final LettersToPost gone;
    private final Calls calls;
    private final Downloads downloads;
    private final Offices offices;
    private final SignedIn signedIn;
    private final ClosedDays closed;
    private final Clock clock;
    private final Words words;
    private final Map<UUID, Component> links = new HashMap<>();
    private final TextField search = new TextField();
    private final Checkbox toPost = new Checkbox();
    private final ErrorSummary errors = new ErrorSummary();
    private final DayPicker on = new DayPicker();
    private final Div about = new Div();
    private final Div followed = new Div();
    private final Div result = new Div();

    private @Nullable CallId call;

    /** Whether the day of posting was chosen: else it is today, however long the page stands open. */
    private boolean dayChosen;

    /** Whether the reader may do something with a letter, and not only read where it is. */
    private boolean sends;

    LettersView(
            LetterRegister register,
            Deliveries deliveries,
            PostLetters posting,
            OfferLetters offers,
            LettersToPost gone,
            Calls calls,
            Downloads downloads,
            Offices offices,
            SignedIn signedIn,
            ClosedDays closed,
            Clock clock,
            Translations translations) {
        this.register = register;
        this.deliveries = deliveries;
        this.posting = posting;
        this.offers = offers;
        this.gone = gone;
        this.calls = calls;
        this.downloads = downloads;
        this.offices = offices;
        this.signedIn = signedIn;
        this.closed = closed;
        this.clock = clock;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
        search.setLabel(words.say("decision.letters.search"));
        search.setHelperText(words.say("decision.letters.search.help"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> show());
        toPost.setLabel(words.say("decision.letters.toPost"));
        toPost.addValueChangeListener(event -> show());
        on.setLabel(words.say("decision.letters.post.on"));
        on.setHelperText(words.say("decision.letters.post.on.help"));
        on.setRequiredIndicatorVisible(true);
        on.addValueChangeListener(event -> dayChosen |= event.isFromClient());
        followed.getElement().setAttribute("role", "status");
        result.getElement().setAttribute("aria-live", "polite");
        result.getElement().setAttribute("tabindex", "-1");
        var narrow = new Div(search, toPost);
        narrow.addClassName("dc-beside");
        add(new PageHead(words.say("decision.letters.title")), errors, followed, about, narrow, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        call = asked.getSingleParameter("call")
                .flatMap(Ids::read)
                .map(CallId::new)
                .orElse(null);
        about();
        toPost.setValue(call != null && !asked.getParameters().containsKey("all"));
        asked.getSingleParameter("proposal")
                .flatMap(Ids::read)
                .flatMap(proposal -> register.ofProposal(proposal).stream().reduce((one, later) -> later))
                .ifPresent(letter -> search.setValue(letter.documentNumber()));
        show();
        followed.removeAll();
        if (call != null) {
            follow(List.of(call));
        }
    }

    private void about() {
        about.removeAll();
        if (call != null) {
            calls.find(call)
                    .ifPresent(known -> about.add(
                            new Paragraph(words.say("decision.letters.ofCall", known.title())),
                            new Anchor(SelectionNavigation.LETTERS, words.say("decision.letters.ofAll"))));
        }
    }

    private void show() {
        result.removeAll();
        links.clear();
        sends = holds(Office.SECRETARIAT);
        var typed = search.getValue().strip();
        var letters = register.search(typed, call == null ? null : call.value(), toPost.getValue(), Limit.of(MOST));
        if (letters.isEmpty()) {
            result.add(
                    typed.isEmpty() && !toPost.getValue()
                            ? new EmptyState(
                                    words.say("decision.letters.empty"), words.say("decision.letters.empty.why"))
                            : typed.isEmpty()
                                    ? new EmptyState(
                                            words.say("decision.letters.allSent"),
                                            words.say("decision.letters.allSent.why"))
                                    : new EmptyState(
                                            words.say("decision.letters.none"),
                                            words.say("decision.letters.none.why")));
            return;
        }
        var table = new PlainTable(
                words.say("decision.publication.letters.caption"),
                List.of(
                        words.say("decision.publication.column.number"),
                        words.say("decision.publication.column.addressee"),
                        words.say("decision.publication.column.delivery"),
                        words.say("decision.publication.column.queued"),
                        words.say("decision.publication.column.posted")),
                Set.of());
        var declined = gone.declined(letters);
        var withdrawn = gone.withdrawn(letters);
        var delivery = deliveries.of(letters);
        letters.forEach(letter -> table.row(
                new Div(link(letter), small(words.day(letter.dated()))),
                new Div(new Text(letter.addressee()), hash(letter)),
                new Text(words.say("decision.publication.delivery." + delivery.get(letter.id()))),
                withdrawn.contains(letter.proposal()) && letter.queuedAt().isEmpty()
                        ? new Text(words.say("decision.letters.withdrawn"))
                        : queued(letter, declined.contains(letter.proposal())),
                arrived(letter)));
        var together = letters.stream().filter(Letter::isToPost).toList();
        if (sends && !together.isEmpty()) {
            var posted = new Div(on);
            posted.addClassNames("dc-beside", "dc-posted");
            today();
            if (toPost.getValue() && together.size() > 1) {
                posted.add(Buttons.secondary(
                        words.say("decision.letters.postAll", together.size()), Buttons.once(() -> post(together))));
            }
            result.add(posted);
        }
        result.add(table);
        if (letters.size() == MOST) {
            result.add(new Paragraph(words.say("decision.letters.more", MOST)));
        }
    }

    private Component link(Letter letter) {
        var link = new Anchor(
                downloads.handler(new FileId(letter.file()), () -> holds(Office.SECRETARIAT) || holds(Office.AUDITOR)),
                letter.documentNumber());
        links.put(letter.id(), link);
        return link;
    }

    private boolean holds(Office office) {
        return offices.holds(signedIn.person(), office, null);
    }

    /** @param declined an offer that was declined before its letter left: the letter is needed no more */
    private Component queued(Letter letter, boolean declined) {
        if (letter.isCancelled()) {
            return new Text(words.say("decision.letters.cancelled"));
        }
        if (letter.queuedAt().isPresent() || letter.kind() == Letter.Kind.RESULT) {
            return new Text(
                    letter.queuedAt().map(words::brief).orElseGet(() -> words.say("decision.letters.notQueued")));
        }
        if (declined) {
            return new Text(words.say("decision.letters.declined"));
        }
        if (!sends) {
            return new Text(words.say("decision.letters.notQueued"));
        }
        return letter.dated().isBefore(LocalDate.now(clock))
                ? act(letter, "decision.letters.date", offers::date)
                : button(letter, "decision.letters.queue", () -> queue(letter));
    }

    private Component arrived(Letter letter) {
        if (letter.isToPost()) {
            return sends
                    ? button(letter, "decision.letters.post", () -> post(List.of(letter)))
                    : new Text(words.say("decision.letters.notPosted"));
        }
        if (letter.isUnopened()) {
            var unopened = new Div(new Text(words.say("decision.letters.notOpened")));
            if (sends) {
                unopened.add(button(letter, "decision.letters.print", () -> print(letter)));
            }
            return unopened;
        }
        return new Text(letter.postedOn()
                .map(on -> words.say("decision.letters.postedOn", words.day(on)))
                .or(() -> letter.openedAt().map(at -> words.say("decision.letters.opened", words.brief(at))))
                .orElse(""));
    }

    private void today() {
        if (!dayChosen) {
            on.setValue(LocalDate.now(clock));
        }
    }

    /** Nobody takes it back: the day, and what follows from the last letter, are read once more. */
    private void post(List<Letter> letters) {
        today();
        var day = on.getValue();
        if (day == null) {
            refuse(words.say("decision.letters.post.on.missing"), on);
            return;
        }
        var ids = letters.stream().map(Letter::id).toList();
        List<PostLetters.Follows> follows;
        try {
            follows = posting.follows(ids, day, signedIn.person());
        } catch (Refusal refusal) {
            refuse(words.say(refusal), on);
            return;
        }
        var what = new Div(new Paragraph(words.say("decision.letters.post.ask.day", words.day(day))));
        if (letters.size() == 1) {
            what.addComponentAsFirst(new Paragraph(words.named(
                    letters.getFirst().documentNumber(), letters.getFirst().addressee())));
        }
        follows.forEach(each -> what.add(new Paragraph(say("decision.letters.post.follows", each))));
        new Question(
                        words.say("decision.letters.post.ask", letters.size()),
                        what,
                        words.say("decision.letters.post.no"),
                        words.say("decision.letters.post.yes"),
                        () -> post(letters, day))
                .open();
    }

    private void post(List<Letter> letters, LocalDate day) {
        var ids = letters.stream().map(Letter::id).toList();
        if (act(() -> posting.post(ids, day, signedIn.person()))) {
            follow(letters.stream().map(Letter::call).distinct().toList());
            lead(letters.size() == 1 ? links.getOrDefault(letters.getFirst().id(), result) : result);
        }
    }

    /** When results are published whose letters have all left. */
    private void follow(List<CallId> calls) {
        calls.stream()
                .flatMap(each -> posting.followed(each).stream())
                .forEach(each -> followed.add(new Note(Note.Kind.OK, say("decision.letters.followed", each))));
    }

    private String say(String key, PostLetters.Follows follows) {
        return follows.planned()
                .map(at -> words.say(key, follows.title(), words.at(at)))
                .orElseGet(() -> words.say(key + ".open", follows.title()));
    }

    private void refuse(String why, Component field) {
        errors.show(List.of(new ErrorSummary.Entry(why, field)));
    }

    private Component act(Letter letter, String key, BiConsumer<UUID, PersonId> act) {
        return button(letter, key, () -> act(letter, act));
    }

    private Component button(Letter letter, String key, Runnable act) {
        return Buttons.quiet(words.say(key), words.say(key + ".of", letter.documentNumber()), Buttons.once(act));
    }

    /**
     * What leaves cannot be called back. The time for the answer runs from the day on the letter: one on which the city is
     * closed has to be meant.
     */
    private void queue(Letter letter) {
        var day = words.day(letter.dated());
        var meant = closed.isClosed(letter.dated());
        var means = new Div(new Paragraph(words.say(
                "decision.letters.queue.ask." + deliveries.of(List.of(letter)).get(letter.id()),
                letter.addressee(),
                letter.documentNumber())));
        if (meant) {
            means.addComponentAsFirst(new Paragraph(words.say("decision.letters.closed", day)));
        }
        new Question(
                        words.say(meant ? "decision.letters.closed.ask" : "decision.letters.queue.ask"),
                        means,
                        words.say("decision.letters.closed.no"),
                        meant
                                ? words.say("decision.publication.dated.closed.meant", day)
                                : words.say("decision.letters.queue.ask.yes"),
                        () -> act(letter, offers::queue))
                .open();
    }

    /** The results wait for what goes on paper: who puts them off by it is asked. */
    private void print(Letter letter) {
        Optional<Instant> delayed;
        try {
            delayed = posting.delayedByPosting(letter);
        } catch (Refusal refusal) {
            errors.show(List.of(new ErrorSummary.Entry(words.say(refusal), null)));
            return;
        }
        delayed.ifPresentOrElse(
                day -> new Question(
                                words.say("decision.letters.print.ask", letter.addressee()),
                                new Paragraph(words.say("decision.letters.print.delays", words.at(day))),
                                words.say("decision.letters.print.no"),
                                words.say("decision.letters.print"),
                                () -> act(letter, posting::print))
                        .open(),
                () -> act(letter, posting::print));
    }

    /** The button is drawn anew, or is there no more: who has pressed it is led back to the letter. */
    private void act(Letter letter, BiConsumer<UUID, PersonId> act) {
        if (act(() -> act.accept(letter.id(), signedIn.person()))) {
            var link = links.get(letter.id());
            lead(link == null ? result : link);
        }
    }

    private boolean act(Runnable act) {
        List<ErrorSummary.Entry> wrong = List.of();
        try {
            act.run();
        } catch (Refusal refusal) {
            wrong = List.of(new ErrorSummary.Entry(words.say(refusal), null));
        }
        show();
        followed.removeAll();
        errors.show(wrong);
        return wrong.isEmpty();
    }

    private static void lead(Component place) {
        place.getElement().executeJs("this.focus()");
    }

    private static Component small(String text) {
        var line = new Div(text);
        line.addClassName("small");
        return line;
    }

    private Component hash(Letter letter) {
        var hash = new NativeDetails(words.say("decision.publication.column.hash"), new Text(letter.sha256()));
        hash.addClassNames("small", "dc-hash");
        return hash;
    }

    @Override
    public String getPageTitle() {
        return words.say("decision.letters.title");
    }
}
