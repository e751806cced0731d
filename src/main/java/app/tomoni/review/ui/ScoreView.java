package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.Preference;
import app.tomoni.account.Preferences;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.document.Downloads;
import app.tomoni.process.ui.Opinions;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.DeclarationList;
import app.tomoni.review.Declarations;
import app.tomoni.review.Dossiers;
import app.tomoni.review.Listed;
import app.tomoni.review.OwnSheet;
import app.tomoni.review.Paper;
import app.tomoni.review.ReviewDue;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetTotals;
import app.tomoni.review.Tie;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.Keyboard;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.Progress;
import app.tomoni.shared.ui.ScreenKeys;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reviewer's sheet beside the proposal: the papers left, the criteria right, one after another. */
@Route(ReviewNavigation.REVIEWS + "/:call/:proposal")
@ForOffices(Office.REVIEWER)
@StyleSheet("context://tomoni/review.css")
class ScoreView extends Div implements BeforeEnterObserver, HasDynamicTitle, ScreenKeys {

    private final PersonId reviewer;
    private final Declarations declarations;
    private final Dossiers dossiers;
    private final ScoreSheets sheets;
    private final SheetTotals totals;
    private final ReviewDue due;
    private final Rounds rounds;
    private final Calls calls;
    private final AnswerTexts texts;
    private final Downloads downloads;
    private final Opinions opinions;
    private final Translations translations;
    private final Preferences preferences;
    private final Clock clock;
    private final Map<Preference, String> chosen = new EnumMap<>(Preference.class);
    private String title = "";
    private @Nullable SheetPane pane;
    private final PaneSwitch panes = new PaneSwitch(this);
    private final Div progress = new Div();
    private final Button next = Buttons.secondary("", click -> next());
    private @Nullable OwnSheet sheet;

    ScoreView(
            SignedIn signedIn,
            Declarations declarations,
            Dossiers dossiers,
            ScoreSheets sheets,
            SheetTotals totals,
            ReviewDue due,
            Rounds rounds,
            Calls calls,
            AnswerTexts texts,
            Downloads downloads,
            Opinions opinions,
            Translations translations,
            Preferences preferences,
            Clock clock) {
        this.reviewer = signedIn.person();
        this.declarations = declarations;
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.totals = totals;
        this.due = due;
        this.rounds = rounds;
        this.calls = calls;
        this.texts = texts;
        this.downloads = downloads;
        this.opinions = opinions;
        this.translations = translations;
        this.preferences = preferences;
        this.clock = clock;
        addClassName("review-sheet");
        getElement()
                .addEventListener(
                        Keys.EVENT,
                        event -> press(event.getEventData().get(Keys.KEY).asString()))
                .addEventData(Keys.KEY);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var proposal = ReviewNavigation.proposal(event.getRouteParameters());
        var list = ReviewNavigation.call(event.getRouteParameters()).flatMap(call -> declarations.list(reviewer, call));
        var line = list.flatMap(known -> proposal.flatMap(known::line));
        if (list.isPresent()
                && proposal.filter(id -> sheets.rests(reviewer, id)).isPresent()
                && line.filter(known -> known.answer() == Tie.TIE).isEmpty()) {
            rests(line.map(DeclarationList.Line::listed));
            return;
        }
        if (list.isEmpty() || line.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        if (!line.get().confirmed() || line.get().answer() == Tie.UNSURE) { // the list says what is waited for
            event.forwardTo(
                    DeclarationsView.class,
                    new RouteParameters(Map.of("call", list.get().call().toString())));
            return;
        }
        var listed = line.map(DeclarationList.Line::listed).orElseThrow();
        var own = sheets.own(reviewer, listed.proposal());
        var paper = dossiers.read(reviewer, listed.proposal());
        if (own.isEmpty() || paper.isEmpty()) {
            // recused, waiting for an answer, or not there yet: the same as if it did not exist
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(listed, own.get(), paper.get(), rounds.of(list.get(), reviewer));
    }

    /**
     * Instead of the sheet, while the proposal is not before the panel: why, and what happens next.
     *
     * @param listed when it has been handed in anew; what the group is writing is not for the panel, not even its title
     */
    private void rests(Optional<Listed> listed) {
        title = listed.map(Listed::title).orElseGet(() -> getTranslation("review.rests.title"));
        var mine = new Anchor(ReviewNavigation.REVIEWS, getTranslation("review.bar.mine"));
        mine.addClassName("btn");
        add(
                new PageHead(title),
                new Note(
                        Note.Kind.INFO,
                        getTranslation(listed.isPresent() ? "review.rests.checking" : "review.rests.recalled")),
                mine);
    }

    private void show(Listed listed, OwnSheet own, Paper paper, Round round) {
        title = listed.title();
        sheet = own;
        chosen.putAll(preferences.of(reviewer));
        panes.showProposal();
        BooleanSupplier mayRead = () -> declarations.mayRead(reviewer, listed.proposal());
        var said = dossiers.opinions(reviewer, listed.proposal(), getLocale());
        var left = new PaperPane(
                paper, texts, downloads, mayRead, new OpinionsPart(said, opinions.read(said, mayRead, getLocale())));
        var meets = Optional.ofNullable(calls.get(listed.call()).guideline().meetingOn());
        var right =
                new SheetPane(own, reviewer, sheets, declarations, totals, meets, translations, left, panes, this::out);
        right.onHandedIn(() -> count(listed, rounds.of(reviewer, listed.call())));
        pane = right;
        add(
                new Crumbs()
                        .step(getTranslation("review.mine.title"), ReviewNavigation.REVIEWS)
                        .here(calls.get(listed.call()).title()),
                head(listed),
                panes,
                split(left, right),
                bar(listed, right, round));
        count(listed, round);
    }

    private Component head(Listed listed) {
        var facts = new Paragraph(getTranslation("review.mine.facts", listed.number(), listed.group()));
        facts.addClassNames("small", "mute");
        var head = new Div(new Div(facts, new PageHead(listed.title())), progress);
        head.addClassName("review-head");
        return head;
    }

    /** Says how many sheets are done, and where the button leads. */
    private void count(Listed listed, Round round) {
        var all = round.expected();
        var until = due.of(reviewer, listed.proposal())
                .filter(at -> pane != null && !pane.isClosed())
                .map(at -> getTranslation(
                        at.isBefore(clock.instant()) ? "review.mine.due.late" : "review.mine.due",
                        JapaneseDates.brief(at, getLocale())))
                .orElse("");
        progress.removeAll();
        progress.add(
                new Progress(getTranslation("review.mine.progress", all, round.done()) + until, round.done(), all));
        next.setText(getTranslation(
                round.nextPending(listed.proposal()).isPresent() ? "review.bar.next" : "review.bar.mine"));
    }

    private Component split(PaperPane left, SheetPane right) {
        pane(left, "review.pane.proposal");
        pane(right, "review.pane.scores");
        var share = chosen.get(Preference.PROPOSAL_SHARE);
        return new Split(
                left,
                right,
                share == null ? Split.USUAL : Integer.parseInt(share),
                rests -> choose(Preference.PROPOSAL_SHARE, String.valueOf(rests)));
    }

    private void choose(Preference preference, String value) {
        preferences.choose(reviewer, preference, value);
        chosen.put(preference, value);
    }

    private void pane(Component pane, String label) {
        pane.getElement().setAttribute("role", "region");
        pane.getElement().setAttribute("tabindex", "0");
        pane.getElement().setAttribute("aria-label", getTranslation(label));
    }

    private Component bar(Listed listed, SheetPane right, Round round) {
        var before = Buttons.quiet(getTranslation("review.bar.before"), click -> step(-1));
        before.setVisible(round.neighbour(listed.proposal(), -1).isPresent());
        var more = round.nextPending(listed.proposal()).isPresent();
        var bar = new Div(before, next, keys(right, more));
        bar.addClassName("review-bar");
        if (!right.isClosed()) {
            var submit = right.submitButton();
            submit.addClassName("push");
            bar.add(submit);
        }
        return bar;
    }

    private Component keys(SheetPane right, boolean more) {
        var keys = new Paragraph();
        if (!right.isClosed()) {
            if (right.hasLevels()) {
                keys.add(key("review.keys.level", "1–5"));
            }
            keys.add(key("review.keys.criteria", "l", "h"));
        }
        keys.add(key("review.keys.items", "j", "k"));
        if (more) {
            keys.add(key("review.keys.next", "n"));
        }
        keys.add(Buttons.quiet(
                getTranslation("review.keys.all"), click -> Keyboard.of(this).ifPresent(Keyboard::showKeys)));
        keys.addClassName("review-keys");
        return keys;
    }

    private Component key(String words, String... keys) {
        var hint = new Span();
        for (var key : keys) {
            hint.getElement().appendChild(new Element("kbd").setText(key));
        }
        hint.add(new Span(getTranslation(words)));
        return hint;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Keys.listen(this, singleKeys());
    }

    private boolean singleKeys() {
        return !"false".equals(chosen.get(Preference.SINGLE_KEYS));
    }

    @Override
    public List<Key> keys() {
        return pane == null
                ? List.of()
                : Stream.of("1", "l", "h", "figure", "j", "k", "n", "pane1", "pane2", "s", "enter")
                        .map(key -> new Key(
                                getTranslation("review.key." + key), getTranslation("review.key." + key + ".does")))
                        .toList();
    }

    @Override
    public void useSingleKeys(boolean on) {
        chosen.put(Preference.SINGLE_KEYS, String.valueOf(on));
        Keys.listen(this, on);
    }

    /** A key that was pressed outside of text fields. */
    private void press(String key) {
        var right = pane;
        if (right == null) {
            return;
        }
        switch (key) {
            case "j" -> step(1);
            case "k" -> step(-1);
            case "n" -> next();
            case "l" -> right.step(1);
            case "h" -> right.step(-1);
            case "submit" -> right.focusSubmit();
            case "pane1" -> panes.goToProposal();
            case "pane2" -> panes.goToScores();
            case "save" -> right.sayThatAllIsKept();
            default -> {
                if (key.length() == 1 && Character.isDigit(key.charAt(0))) {
                    right.choose(Character.digit(key.charAt(0), 10));
                }
            }
        }
    }

    private void step(int step) {
        var known = sheet;
        if (known != null) {
            rounds.of(reviewer, known.call()).neighbour(known.proposal(), step).ifPresent(to -> go(known.call(), to));
        }
    }

    /** The next sheet that waits; where none does, the list of all. */
    private void next() {
        var known = sheet;
        if (known != null) {
            rounds.of(reviewer, known.call())
                    .nextPending(known.proposal())
                    .ifPresentOrElse(to -> go(known.call(), to), this::reload);
        }
    }

    private static void go(CallId call, ProposalId proposal) {
        UI.getCurrent().navigate(ReviewNavigation.sheet(call, proposal));
    }

    /** Instead of the proposal, which is the reviewer's no more: that they are out of it, and the way on. */
    private void out() {
        removeAll();
        pane = null;
        var done = new Note(Note.Kind.OK, getTranslation("review.late.done"));
        done.getElement().setAttribute("role", "status");
        var mine = new Anchor(ReviewNavigation.REVIEWS, getTranslation("review.bar.mine"));
        mine.addClassName("btn");
        add(new PageHead(title), done, mine);
        done.lead();
    }

    /** After something that changes who may see what: enter again, through the same door. */
    private void reload() {
        UI.getCurrent().navigate(ReviewNavigation.REVIEWS);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
