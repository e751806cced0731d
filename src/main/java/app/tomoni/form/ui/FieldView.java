package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.form.WorkingField;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Checksum;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field on the screen: its input, what is wrong with it, and what to do when somebody else wrote there too. */
abstract class FieldView extends Div {

    /** Told whenever the person has changed something. */
    interface Listener {

        /**
         * @param path of the input inside the field, as the browser keeps it
         * @param typed what stands in that input
         */
        void changed(FieldView view, String path, String typed);
    }

    /** Neither with a step inside the field nor while the person looks at another window. */
    static final String LEFT = "!element.contains(event.relatedTarget) && document.hasFocus()";

    final Field field;
    private final Div errors = new Div();
    private final Div clash = new Div();
    private final Paragraph saidOfClash = new Paragraph();
    private final Div pair = new Div();
    private final Button theirs = Buttons.secondary("", event -> choose(Clash::takeTheirs));
    private final Paragraph remark = new Paragraph();
    private boolean showing;
    private boolean focused;
    private Runnable left = () -> {};
    private Runnable partLeft = () -> {};
    private @Nullable Listener listener;
    private @Nullable Clash asked;

    FieldView(Field field) {
        this.field = field;
        addClassName("field");
        setId("f-" + field.key());
        errors.setVisible(false);
        clash.setVisible(false);
        clash.addClassName("clash");
        clash.getElement().setAttribute("role", "alert");
        layOutClash();
        remark.addClassNames("small", "mute");
        remark.setVisible(false);
        getElement().addEventListener("focusin", event -> focused = true);
        getElement()
                .addEventListener("focusout", event -> {
                    focused = false;
                    if (event.getEventData().path(LEFT).asBoolean(true)) {
                        left.run();
                    }
                })
                .addEventData(LEFT);
    }

    /** To be called by a subclass when its inputs stand. */
    final void finish() {
        add(errors, remark, clash);
    }

    final void listen(Listener listener) {
        this.listener = listener;
    }

    /** What is to be kept of the input as it stands. */
    abstract String kept();

    /** Fills the inputs without that counting as a change. */
    protected abstract void fill(String kept);

    /** Puts back one input that had not reached the server. */
    void restore(String path, String typed) {
        show(typed);
    }

    /** Where the cursor goes when somebody is led here. */
    abstract Component target();

    final void show(String kept) {
        showing = true;
        try {
            fill(kept);
        } finally {
            showing = false;
        }
    }

    final void changed(String path, String typed) {
        if (!showing && listener != null) {
            listener.changed(this, path, typed);
        }
    }

    final void changed() {
        changed(field.key(), kept());
    }

    /** Which text what is typed from now on is typed on; its sum says so, too, where it is saved anew. */
    final void base(long version, String text) {
        KeptInBrowser.base(this, version + "/" + Checksum.of(text));
    }

    /** Whether that was the text that stands now. */
    static boolean isBase(String base, WorkingField stands) {
        return base.split("/")[0].equals(Long.toString(stands.version()))
                || base.endsWith("/" + Checksum.of(stands.value()));
    }

    /** Whether these two mean the same, however they are written down. */
    final boolean same(String one, String other) {
        return Answers.read(field, one).equals(Answers.read(field, other));
    }

    final boolean isFocused() {
        return focused;
    }

    /** Whether this is not wrong yet, because the person is still writing what it is about. */
    boolean isInTheMiddle(FieldError error) {
        return false;
    }

    /**
     * The person is done with the field for now.
     *
     * @return whether anything is wrong by that which was not before
     */
    boolean leave() {
        return false;
    }

    /** Told when the person goes on from the field. */
    final void onLeft(Runnable listener) {
        left = listener;
    }

    /** Told when the person goes on from a part of the field, and more may be said of it by that. */
    final void onPartLeft(Runnable listener) {
        partLeft = listener;
    }

    final void partLeft() {
        partLeft.run();
    }

    /** Shows what is wrong below the input; nothing when the list is empty. */
    void show(List<FieldError> wrong, List<String> sentences) {
        errors.removeAll();
        errors.setVisible(!sentences.isEmpty());
        sentences.forEach(sentence -> errors.add(problem(sentence)));
        setClassName("bad", !sentences.isEmpty());
    }

    static Component problem(String sentence, Component... more) {
        var line = new Paragraph();
        line.addClassName("errtext");
        var words = new Span(new Text(sentence));
        words.add(more);
        line.add(Icon.ERROR.create(), words);
        return line;
    }

    final void settle() {
        asked = null;
        clash.setVisible(false);
    }

    /**
     * The two texts of a choice, and the ways on.
     *
     * @param said who saved the other text and when
     * @param other the name of that text
     * @param anew lays the texts out as they stand by now
     */
    record Clash(
            String said,
            String other,
            Component mine,
            Component theirs,
            Runnable keepMine,
            Runnable takeTheirs,
            Runnable anew) {}

    /** Asks which text stays. Asked again, the texts change, and the buttons stay under the finger. */
    final void ask(Clash now) {
        asked = now;
        saidOfClash.setText(now.said());
        theirs.setText(now.other());
        pair.removeAll();
        pair.add(side(getTranslation("form.clash.mine"), now.mine()), side(now.other(), now.theirs()));
        if (!clash.isVisible()) {
            pair.setVisible(false);
            clash.setVisible(true);
            remark.setVisible(false);
        }
    }

    private void layOutClash() {
        saidOfClash.addClassName("b");
        pair.addClassName("pair");
        var ways = new Div(
                Buttons.secondary(getTranslation("form.clash.mine"), event -> choose(Clash::keepMine)),
                theirs,
                Buttons.quiet(getTranslation("form.clash.both"), event -> compare()));
        ways.addClassName("row");
        clash.add(saidOfClash, ways, pair);
    }

    /** Side by side they are shown as they stand, however long the choice has been waiting. */
    private void compare() {
        if (asked != null && !pair.isVisible()) {
            asked.anew().run();
        }
        pair.setVisible(!pair.isVisible());
    }

    /** The buttons go with the question: the cursor goes on in the field. */
    private void choose(Function<Clash, Runnable> way) {
        if (asked != null) {
            way.apply(asked).run();
        }
        if (clash.isVisible()) { // the other text is another one by now
            pair.setVisible(true);
        } else if (target() instanceof Focusable<?> input) {
            input.focus();
        }
    }

    private static Component side(String title, Component content) {
        var name = new Paragraph(title);
        name.addClassName("b");
        return new Div(name, content);
    }

    static String clock(Instant when) {
        return JapaneseDates.clock(when).substring(0, 5);
    }

    /** Says that somebody else has just changed this field. */
    final void changedBy(String who, Instant when) {
        remark.setText(getTranslation("form.changedBy", clock(when), who));
        remark.setVisible(true);
    }

    /** Lays name and 必須 or 任意 into a Vaadin field. */
    final void label(HasElement input) {
        FieldLabel.on(input, field.label(), field.required());
    }

    /** Name and hint above a widget of our own. */
    final void head(String id) {
        var name = new Div(new Span(field.label()), FieldLabel.need(field.required()));
        name.addClassName("lb");
        name.setId(id);
        add(name);
        var hint = field.hint();
        if (hint != null) {
            var help = new Paragraph(hint);
            help.addClassName("help");
            add(help);
        }
    }

    /** The field as it stands on the desk. */
    static FieldView of(Field field, Desk desk, FormTools tools) {
        var view = of(field, tools);
        view.show(desk.value(field.key()));
        view.base(desk.version(field.key()), desk.value(field.key()));
        return view;
    }

    private static FieldView of(Field field, FormTools tools) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, NUMBER -> new TextView(field);
            case DATE -> new DateView(field);
            case CHECKBOX, CHECKLIST, RADIO, SELECT -> new ChoiceView(field);
            case WIDGET -> widget(field, tools);
        };
    }

    private static FieldView widget(Field field, FormTools tools) {
        var widget = field.widget();
        if (widget == null) {
            throw new IllegalStateException(field.key());
        }
        return switch (widget) {
            case BUDGET -> new BudgetView(field, tools);
            case ATTACHMENTS -> new FilesView(field, tools);
            case ROLES, SCHEDULE, OUTCOMES -> new TableView(field, widget);
        };
    }
}
