package app.tomoni.decision.ui;

import app.tomoni.decision.Outcome;
import app.tomoni.decision.selection.Material;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Gradually;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One proposal, the facts about it, and what is recommended or decided: the form for it, or a line that says what stands and
 * opens the form. A browser needs seconds to draw hundreds of forms of which a few are going to be changed.
 */
class OutcomeLine extends Card {

    /** How many of a long list are drawn with the first screen, which shows other things. */
    static final int BELOW = 5;

    /** What stands, and how it relates to what came before. */
    private record Standing(
            @Nullable Outcome outcome,
            @Nullable Yen amount,
            boolean departs,
            @Nullable String hint) {}

    private final Words words;
    private final OutcomeForm.Questions questions;
    private final Supplier<OutcomeForm> make;
    private final String heard;
    private final Div right = new Div();
    private @Nullable OutcomeForm form;
    private boolean placeDemanded;
    private @Nullable Standing standing;

    /**
     * @param content what the form begins with
     * @param changed takes what is typed or chosen, and is refused what cannot be read
     */
    OutcomeLine(
            Words words,
            KeptTexts texts,
            Material.Entrant entrant,
            Component facts,
            OutcomeForm.Questions questions,
            Supplier<OutcomeForm.Content> content,
            Consumer<Supplier<OutcomeForm.Content>> changed) {
        this.words = words;
        this.questions = questions;
        var path = entrant.proposal().toString();
        var heading = heading(words, entrant);
        this.heard = words.say(questions.openKey() + "Heard", heading);
        this.make = () -> new OutcomeForm(words, texts, entrant, questions, content.get(), changed);
        addClassName("dc-line");
        var left = new Div(facts);
        left.addClassName("dc-facts");
        right.addClassName("stack");
        var columns = new Div(left, right);
        columns.addClassName("dc-columns");
        add(new H3(heading), columns);
        texts.later(path, this::open);
        OutcomeForm.PLACES.forEach((key, field) -> texts.refuseAt(key, entrant.number(), path + "/" + field));
    }

    static String heading(Words words, Material.Entrant entrant) {
        return words.named(entrant.number(), entrant.title());
    }

    /** These one below the other, with their forms if they are few; otherwise each is opened by itself. */
    static Component all(Collection<? extends Component> lines) {
        if (lines.size() <= Gradually.FEW) {
            lines.stream()
                    .filter(OutcomeLine.class::isInstance)
                    .map(OutcomeLine.class::cast)
                    .forEach(OutcomeLine::open);
        }
        var all = new Div();
        all.addClassName("stack-5");
        new Gradually(all, BELOW).showMade(lines);
        return all;
    }

    private OutcomeForm open() {
        if (form == null) {
            form = make.get();
            form.demandPlace(placeDemanded);
            right.removeAll();
            right.add(form);
            show();
        }
        return form;
    }

    /** What stands by now; the form shows it as long as nobody chose otherwise. */
    void follow(@Nullable Outcome outcome, @Nullable Yen amount, boolean departs, @Nullable String hint) {
        standing = new Standing(outcome, amount, departs, hint);
        show();
    }

    /** Whether a runner-up has to be given its place. */
    void demandPlace(boolean demanded) {
        placeDemanded = demanded;
        if (form != null) {
            form.demandPlace(demanded);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    /** Only what is on the page is kept up: the others of hundreds are told when their turn comes. */
    private void show() {
        if (standing == null || form == null && !isAttached()) {
            return;
        }
        if (form != null) {
            form.fill(standing.outcome(), standing.amount());
            form.mark(standing.departs(), standing.hint());
            return;
        }
        right.removeAll();
        var outcome = standing.outcome();
        if (outcome != null) {
            var said = new Paragraph(
                    words.named(words.say("decision.act." + outcome.name()), words.yen(standing.amount())));
            said.addClassName("b");
            right.add(said);
        }
        right.add(
                questions.mark(words, outcome != null, standing.departs(), standing.hint()),
                Buttons.secondary(words.say(questions.openKey()), heard, event -> open().focus()));
    }
}
