package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.Answers;
import app.tomoni.decision.selection.ConfirmPublication;
import app.tomoni.decision.selection.Letter;
import app.tomoni.decision.selection.LetterRegister;
import app.tomoni.decision.selection.OfferLetters;
import app.tomoni.document.Downloads;
import app.tomoni.document.FileId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.Like;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;

/** The register of letters: number, addressee, bytes and where each one is. */
@Route(SelectionNavigation.LETTERS)
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/decision.css")
class LettersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 100;

    private final LetterRegister register;
    private final ConfirmPublication publication;
    private final OfferLetters offers;
    private final Answers answers;
    private final Downloads downloads;
    private final Offices offices;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Words words;
    private final TextField search = new TextField();
    private final Checkbox toPost = new Checkbox();
    private final ErrorSummary errors = new ErrorSummary();
    private final Div result = new Div();

    LettersView(
            LetterRegister register,
            ConfirmPublication publication,
            OfferLetters offers,
            Answers answers,
            Downloads downloads,
            Offices offices,
            SignedIn signedIn,
            Clock clock,
            Translations translations) {
        this.register = register;
        this.publication = publication;
        this.offers = offers;
        this.answers = answers;
        this.downloads = downloads;
        this.offices = offices;
        this.signedIn = signedIn;
        this.clock = clock;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
        search.setLabel(words.say("decision.letters.search"));
        search.setHelperText(words.say("decision.letters.search.help"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> show());
        toPost.setLabel(words.say("decision.letters.toPost"));
        toPost.addValueChangeListener(event -> show());
        result.getElement().setAttribute("aria-live", "polite");
        var narrow = new Div(search, toPost);
        narrow.addClassName("dc-beside");
        add(new PageHead(words.say("decision.letters.title")), errors, narrow, result);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        toPost.setValue(asked.getSingleParameter("call").isPresent());
        asked.getSingleParameter("proposal")
                .flatMap(LettersView::uuid)
                .flatMap(proposal -> register.findByProposalIdOrderByWrittenAt(proposal).stream()
                        .reduce((one, later) -> later))
                .ifPresent(letter -> search.setValue(letter.documentNumber()));
        show();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void show() {
        result.removeAll();
        var typed = search.getValue().strip();
        var letters = register.search(Like.holding(typed), toPost.getValue(), Limit.of(MOST));
        if (letters.isEmpty()) {
            result.add(
                    typed.isEmpty() && !toPost.getValue()
                            ? new EmptyState(
                                    words.say("decision.letters.empty"), words.say("decision.letters.empty.why"))
                            : new EmptyState(
                                    words.say("decision.letters.none"), words.say("decision.letters.none.why")));
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
        var declined = declined(letters);
        letters.forEach(letter -> table.row(
                new Div(link(letter), small(words.day(letter.dated()))),
                new Div(new Text(letter.addressee()), hash(letter)),
                new Text(words.say(
                        "decision.publication.delivery." + letter.delivery().name())),
                queued(letter, declined.contains(letter.proposal())),
                posted(letter)));
        result.add(table);
        if (letters.size() == MOST) {
            result.add(new Paragraph(words.say("decision.letters.more", MOST)));
        }
    }

    private Set<ProposalId> declined(List<Letter> letters) {
        return answers
                .findAllById(letters.stream()
                        .map(letter -> letter.proposal().value())
                        .distinct()
                        .toList())
                .stream()
                .filter(answer -> answer.kind() == Answer.Kind.DECLINED)
                .map(Answer::proposal)
                .collect(Collectors.toSet());
    }

    private Component link(Letter letter) {
        return new Anchor(
                downloads.handler(
                        new FileId(letter.file()), () -> offices.holds(signedIn.person(), Office.SECRETARIAT, null)),
                letter.documentNumber());
    }

    /** @param declined an offer that was declined before its letter left: the letter is needed no more */
    private Component queued(Letter letter, boolean declined) {
        if (letter.queuedAt().isPresent() || letter.kind() == Letter.Kind.RESULT) {
            return new Text(
                    letter.queuedAt().map(words::brief).orElseGet(() -> words.say("decision.letters.notQueued")));
        }
        if (declined) {
            return new Text(words.say("decision.letters.declined"));
        }
        return letter.dated().isBefore(LocalDate.now(clock))
                ? act(letter, "decision.letters.date", offers::date)
                : act(letter, "decision.letters.queue", offers::queue);
    }

    private Component posted(Letter letter) {
        if (letter.postedAt().isPresent() || letter.queuedAt().isEmpty()) {
            return new Text(letter.postedAt().map(words::brief).orElse(""));
        }
        return act(letter, "decision.letters.post", publication::post);
    }

    private Component act(Letter letter, String key, BiConsumer<UUID, PersonId> act) {
        return Buttons.quiet(words.say(key), words.say(key + ".of", letter.documentNumber()), event -> {
            try {
                act.accept(letter.id(), signedIn.person());
                errors.show(List.of());
            } catch (Refusal refusal) {
                errors.show(List.of(new ErrorSummary.Entry(words.say(refusal), null)));
            }
            show();
        });
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
