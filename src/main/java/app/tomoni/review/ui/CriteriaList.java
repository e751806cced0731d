package app.tomoni.review.ui;

import app.tomoni.review.OwnSheet;
import app.tomoni.review.ScoreCard.Gap;
import app.tomoni.review.ScoreCard.Level;
import app.tomoni.review.ScoreCard.Line;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.ErrorSummary;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Figures;
import app.tomoni.shared.ui.KeptField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a sheet one after another: one is open for its mark and its comment, with the way to what the papers
 * say about it; the others show how they stand. A closed sheet shows them all as text.
 */
class CriteriaList extends OrderedList {

    /** The open criterion's inputs. */
    private record Inputs(Line line, Component mark, KeptText remark) {

        /** Where what is missing is put in. */
        Component of(Gap gap) {
            return gap.ofMark() ? mark : remark.area();
        }
    }

    private final OwnSheet sheet;
    private final Keeper keeper;
    private final PaperPane papers;
    private final PaneSwitch panes;
    private final Map<String, Component> heads = new HashMap<>();
    private final Map<String, Gap> gaps = new LinkedHashMap<>();
    private @Nullable Inputs inputs;

    CriteriaList(OwnSheet sheet, Keeper keeper, PaperPane papers, PaneSwitch panes) {
        this.sheet = sheet;
        this.keeper = keeper;
        this.papers = papers;
        this.panes = panes;
        sheet.card().lines().stream()
                .filter(line -> sheet.value(line.markField()).isEmpty())
                .findFirst()
                .or(() -> sheet.card().lines().stream().findFirst())
                .ifPresent(this::open);
    }

    /** Opens the criterion that has this field. */
    void openFor(String field) {
        sheet.card().lines().stream()
                .filter(line -> field.equals(line.markField()) || field.equals(line.remarkField()))
                .findFirst()
                .ifPresent(this::open);
    }

    /** Opens a criterion and closes the others. */
    void open(Line current) {
        removeAll();
        heads.clear();
        inputs = null;
        var number = 0;
        for (var line : sheet.card().lines()) {
            number++;
            add(new ListItem(
                    sheet.closed()
                            ? fixed(line, number)
                            : line.equals(current) ? open(line, number) : folded(line, number)));
        }
        mark(current);
    }

    private void mark(Line line) {
        papers.mark(line, () -> {
            panes.showScores();
            focus(line);
        });
    }

    private void focus(Line line) {
        var head = heads.get(line.criterion());
        if (head != null) {
            head.getElement().executeJs("this.focus()");
        }
    }

    private Component folded(Line line, int number) {
        var button = new NativeButton("", click -> goTo(line));
        button.addClassName("review-criterion");
        button.add(new Span(getTranslation("review.criterion", number, line.name())), chip(line));
        heads.put(line.criterion(), button);
        return button;
    }

    private void goTo(Line line) {
        open(line);
        focus(line);
        papers.showMarks();
    }

    private Component chip(Line line) {
        return keeper.value(line.markField()).isEmpty()
                ? new Chip(Chip.Kind.WRITING, points(line))
                : new Chip(Chip.Kind.OK, points(line));
    }

    private String points(Line line) {
        var mark = keeper.value(line.markField());
        return mark.isEmpty()
                ? getTranslation("review.criterion.open")
                : getTranslation("review.criterion.points", mark, line.max().toPlainString());
    }

    /** After the close: the values as text. */
    private Component fixed(Line line, int number) {
        var box = new Div(
                head(line, number), new Paragraph(points(line)), new Paragraph(keeper.value(line.remarkField())));
        box.addClassNames("review-current", "fixed");
        evidence(line, box);
        return box;
    }

    private Component open(Line line, int number) {
        var place = new Paragraph(getTranslation(
                "review.criterion.place",
                sheet.card().lines().size(),
                number,
                line.max().toPlainString()));
        place.addClassNames("small", "mute");
        var box = new Div(place, head(line, number));
        box.addClassName("review-current");
        if (!line.question().isBlank()) {
            box.add(new Paragraph(line.question()));
        }
        evidence(line, box);
        var mark = line.hasLevels() ? levels(line, box) : figure(line, box);
        if (!line.hasLevels()) {
            box.add(bands(line));
        }
        var remark = new KeptText(
                keeper,
                line.remarkField(),
                getTranslation("review.remark", line.name()),
                getTranslation("review.remark.label"),
                getTranslation("review.remark.help." + line.comment()));
        box.add(remark);
        inputs = new Inputs(line, mark, remark);
        showNeeds();
        return box;
    }

    private Component head(Line line, int number) {
        var head = new H3(getTranslation("review.criterion", number, line.name()));
        head.getElement().setAttribute("tabindex", "-1");
        heads.put(line.criterion(), head);
        return head;
    }

    /** Links to what the criterion is judged by; none where the call names nothing, or nothing of it was asked. */
    private void evidence(Line line, Div box) {
        var places = papers.evidence(line);
        if (places.isEmpty()) {
            return;
        }
        var links = new Nav(new Span(getTranslation("review.evidence")));
        links.addClassName("review-evidence-links");
        links.setAriaLabel(getTranslation("review.evidence.of", line.name()));
        places.forEach(place -> {
            var link = new Anchor("#", place.label());
            link.getElement()
                    .addEventListener("click", click -> {
                        mark(line);
                        panes.showProposal();
                        papers.go(place);
                    })
                    .preventDefault();
            links.add(link);
        });
        box.add(links);
    }

    private Component levels(Line line, Div box) {
        var group = new RadioButtonGroup<Level>();
        group.setAriaLabel(line.name());
        group.setItems(line.levels());
        group.addClassName("review-levels");
        group.setItemLabelGenerator(level -> level.number() + points(level) + level.text());
        group.setRenderer(new ComponentRenderer<>(this::level));
        box.add(keeper.choice(
                KeptField.of(group),
                line.markField(),
                line.name(),
                () -> group.getOptionalValue()
                        .map(level -> level.mark().toPlainString())
                        .orElse(""),
                mark -> group.setValue(line.levels().stream()
                        .filter(level -> level.mark().toPlainString().equals(mark))
                        .findFirst()
                        .orElse(null))));
        return group;
    }

    private String points(Level level) {
        return getTranslation("review.points", level.points().toPlainString());
    }

    private Component level(Level level) {
        var number = new Span(String.valueOf(level.number()));
        number.addClassName("review-level-number");
        var points = new Span(points(level));
        points.addClassName("b");
        var row = new Span(number, points, new Span(level.text()));
        row.addClassName("review-level");
        return row;
    }

    private Component figure(Line line, Div box) {
        var words = getTranslation("review.points.label", line.max().toPlainString());
        var label = new Paragraph(words);
        label.addClassName("b");
        box.add(label);
        var field = new TextField();
        field.setAriaLabel(words);
        field.addClassNames("short", Keys.FIGURE);
        box.add(keeper.text(Figures.whole(field), line.markField(), line.name()));
        return field;
    }

    private Component bands(Line line) {
        var bands = new Facts();
        line.bands()
                .forEach(band -> bands.fact(
                        getTranslation(
                                "review.band",
                                band.from().toPlainString(),
                                band.to().toPlainString()),
                        band.text()));
        return bands;
    }

    /** Whether there is anything that a number key chooses. */
    boolean hasLevels() {
        return sheet.card().lines().stream().anyMatch(line -> !line.levels().isEmpty());
    }

    /** Chooses a level of the criterion that is open, as the number keys do. */
    void choose(int number) {
        if (inputs != null && inputs.mark() instanceof RadioButtonGroup<?> group) {
            inputs.line().level(number).ifPresent(level -> choose(group, level));
        }
    }

    /** Opens the next criterion, or the one before; at either end the same stays open. */
    void step(int step) {
        if (inputs == null) {
            return;
        }
        var lines = sheet.card().lines();
        var to = lines.indexOf(inputs.line()) + step;
        if (to >= 0 && to < lines.size()) {
            panes.showScores();
            goTo(lines.get(to));
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(RadioButtonGroup<?> group, Level level) {
        ((RadioButtonGroup<Level>) group).setValue(level);
    }

    /** Says at each field what is missing, the first of them open, and gives the ways there. */
    List<ErrorSummary.Entry> complain(List<Gap> missing) {
        gaps.clear();
        missing.forEach(gap -> gaps.put(gap.criterion(), gap));
        sheet.card().line(missing.getFirst().criterion()).ifPresent(this::open);
        return complaints();
    }

    private List<ErrorSummary.Entry> complaints() {
        return gaps.values().stream()
                .map(gap -> new ErrorSummary.Entry(sentence(gap), place(gap)))
                .toList();
    }

    private @Nullable Component place(Gap gap) {
        return inputs != null && inputs.line().criterion().equals(gap.criterion())
                ? inputs.of(gap)
                : heads.get(gap.criterion());
    }

    private String sentence(Gap gap) {
        var typed = gap.ofMark()
                && sheet.card()
                        .line(gap.criterion())
                        .filter(line -> !line.hasLevels())
                        .isPresent();
        return getTranslation(typed ? "review.gap.mark.typed" : gap.key(), gap.name());
    }

    /**
     * After something was saved: what is missing no longer is not complained about, and a mark may need a comment.
     *
     * @return what is left of the complaints, where that has become less
     */
    Optional<List<ErrorSummary.Entry>> saved(List<Gap> missing) {
        var less = gaps.values().retainAll(missing);
        showNeeds();
        return less ? Optional.of(complaints()) : Optional.empty();
    }

    private void showNeeds() {
        if (inputs == null) {
            return;
        }
        var line = inputs.line();
        inputs.remark().require(line.asksForComment(keeper.value(line.markField())));
        var gap = gaps.get(line.criterion());
        if (gap != null && inputs.of(gap) instanceof HasValidation field) {
            field.setInvalid(true);
            field.setErrorMessage(sentence(gap));
        }
    }
}
