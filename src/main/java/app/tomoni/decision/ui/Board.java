package app.tomoni.decision.ui;

import app.tomoni.decision.Outcome;
import app.tomoni.decision.selection.EvaluatedLine;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Material;
import app.tomoni.decision.selection.Recommendation;
import app.tomoni.decision.selection.RecommendedLine;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Criterion;
import app.tomoni.scoring.Ratio;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Gradually;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ranking with its figures, its doubts and the line where the money ends (審査ボード). */
class Board extends Div {

    /** Ten proposals, each with its trace. */
    private static final int FIRST_SCREEN = 20;

    /** So many criteria leave each of them the room of its name. */
    private static final int ROOMY = 5;

    private enum Shown {
        ALL,
        DISCUSS,
        ABOVE,
        BELOW
    }

    /** A heading by which the lines can be sorted. */
    private final class Column extends NativeTableHeaderCell {

        private final String name;
        private final Function<EvaluatedLine, @Nullable BigDecimal> figure;

        Column(String style, String name, Function<EvaluatedLine, @Nullable BigDecimal> figure) {
            this.name = name;
            this.figure = figure;
            getElement().setAttribute("scope", "col");
            addClassName(style);
            var button = new NativeButton(name, event -> sort(this));
            button.addClassName("dc-sort");
            add(button);
        }
    }

    /** A line as it stands in the table once it is its turn; then it is moved and not drawn anew, so that its opened trace stays open. */
    private final class Row {

        private final EvaluatedLine line;
        private final NativeTableCell cumulative = new NativeTableCell();
        private @Nullable NativeTableRow figures;
        private @Nullable NativeTableRow trace;
        private boolean below;
        private boolean out;

        Row(EvaluatedLine line) {
            this.line = line;
        }

        boolean isShown(Shown shown) {
            return switch (shown) {
                case ALL -> true;
                case DISCUSS -> line.disagreement();
                case ABOVE -> !below;
                case BELOW -> below;
            };
        }

        /** @param out what the money does not reach */
        void mark(String sum, boolean out) {
            cumulative.setText(sum);
            this.out = out;
            if (figures != null) {
                figures.setClassName("dc-out", out);
            }
        }

        List<Supplier<NativeTableRow>> drawn() {
            return line.takesPart() && withheld.isEmpty()
                    ? List.of(this::figures, this::trace)
                    : List.of(this::figures);
        }

        private NativeTableRow figures() {
            if (figures == null) {
                figures = Board.this.figures(line, cumulative);
                figures.setClassName("dc-out", out);
            }
            return figures;
        }

        private NativeTableRow trace() {
            if (trace == null) {
                trace = Board.this.trace(line);
            }
            return trace;
        }
    }

    private final Words words;
    private final Evaluation evaluation;
    private final Material material;
    private final Set<ProposalId> withheld;
    private final List<Criterion> criteria;
    private final Column rank;
    private final Select<Shown> filter = new Select<>();
    private final NativeTable table = new NativeTable();
    private final Div region = new Div();
    private final NativeTableBody body = new NativeTableBody();
    private final Gradually lines = new Gradually(body, FIRST_SCREEN);
    private final EmptyState empty;
    private final List<Row> rows;
    private @Nullable Column sorted;
    private boolean ascending;
    private Recommendation recommendation;

    /**
     * @param withheld the proposals that the reader may not see because of a tie: their figures are not shown, nor is
     *     anything of the others' that counts them in, such as ranks and running sums
     */
    Board(
            Words words,
            Evaluation evaluation,
            Material material,
            Recommendation recommendation,
            Set<ProposalId> withheld) {
        this.words = words;
        this.evaluation = evaluation;
        this.material = material;
        this.recommendation = recommendation;
        this.withheld = withheld;
        this.criteria = evaluation.rule().criteria();
        var lines = evaluation.lines();
        rank = new Column("dc-rk", words.say("decision.board.rank"), line -> decimal(line.rank()));
        empty = new EmptyState(
                words.say("decision.board.title"), words.say("decision.board.filter.empty", lines.size()));
        rows = lines.stream()
                .filter(line -> !withheld.contains(line.id()))
                .map(Row::new)
                .toList();
        filter.setLabel(words.say("decision.board.filter"));
        filter.addClassName("short");
        filter.setItems(Shown.values());
        filter.setItemLabelGenerator(
                shown -> words.say("decision.board.filter." + shown.name().toLowerCase(Locale.ROOT)));
        filter.setValue(Shown.ALL);
        filter.addValueChangeListener(event -> draw());
        table.addClassName("dc-board");
        table.setClassName("dc-roomy", criteria.size() <= ROOMY);
        table.add(new NativeTableHeader(head()), body);
        region.add(table); // with many criteria it is wider than the page, and moves in its own frame
        region.addClassName("scroll");
        region.getElement().setAttribute("tabindex", "0");
        region.getElement().setAttribute("role", "region");
        region.getElement().setAttribute("aria-label", caption());
        if (withheld.isEmpty()) {
            add(filter, empty, region);
            sort(rank);
        } else {
            add(new Note(Note.Kind.INFO, words.say("decision.board.withheld.why")), region);
            table.setCaptionText(caption());
            draw();
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Number number) {
        return number == null ? null : BigDecimal.valueOf(number.longValue());
    }

    /** The most comes first, except for ranks; the other way round when the same column is asked for again. */
    private void sort(Column column) {
        ascending = column == sorted ? !ascending : column == rank;
        if (sorted != null) {
            sorted.getElement().removeAttribute("aria-sort");
        }
        sorted = column;
        column.getElement().setAttribute("aria-sort", ascending ? "ascending" : "descending");
        var order = ascending ? "decision.board.caption.ascending" : "decision.board.caption.descending";
        table.setCaptionText(words.say(order, caption(), column.name));
        draw();
    }

    private String caption() {
        return words.say(withheld.isEmpty() ? "decision.board.caption" : "decision.board.caption.withoutRanks");
    }

    /** Goes with what is recommended now: sums, and the line where the money ends. */
    void follow(Recommendation now) {
        var before = rows.stream().map(row -> money(row.line)).toList();
        recommendation = now;
        if (!rows.stream().map(row -> money(row.line)).toList().equals(before)) {
            draw();
        }
    }

    private void draw() {
        var byRank = sorted == rank && ascending && filter.getValue() == Shown.ALL;
        var line = withheld.isEmpty() ? addUp() : null;
        var shown = rows.stream()
                .filter(row -> row.isShown(filter.getValue()))
                .sorted(order())
                .toList();
        var drawn = new ArrayList<Supplier<NativeTableRow>>();
        for (var row : shown) {
            if (line != null && byRank && row.below) {
                drawn.add(made(line));
                line = null;
            }
            drawn.addAll(row.drawn());
        }
        if (line != null && byRank) {
            drawn.add(made(line));
        }
        withheldByNumber(evaluation, material, withheld).forEach(each -> drawn.add(made(withheld(each))));
        lines.show(drawn);
        empty.setVisible(shown.isEmpty() && withheld.isEmpty());
        region.setVisible(!empty.isVisible());
    }

    /** In an order that tells nothing of how they were judged. */
    static List<EvaluatedLine> withheldByNumber(Evaluation evaluation, Material material, Set<ProposalId> withheld) {
        return evaluation.lines().stream()
                .filter(line -> withheld.contains(line.id()))
                .sorted(Comparator.comparing(
                        line -> material.entrant(line.id()).orElseThrow().number()))
                .toList();
    }

    /** What has no such figure stays last. */
    private Comparator<Row> order() {
        var column = sorted;
        if (column == null) {
            return (one, other) -> 0;
        }
        Comparator<BigDecimal> figures = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing(row -> column.figure.apply(row.line), Comparator.nullsLast(figures));
    }

    /** Counts down the ranking until the money ends. @return the line there; none without a budget */
    private @Nullable NativeTableRow addUp() {
        var budget = material.terms().budget();
        var sum = Yen.ZERO;
        var within = Yen.ZERO;
        var below = false;
        for (var row : rows) {
            var ranked = row.line.rank() != null;
            sum = ranked ? sum.plus(money(row.line)) : sum;
            below = below || !ranked || budget != null && sum.exceeds(budget);
            within = below ? within : sum;
            row.below = below;
            row.mark(ranked ? String.format("%,d", sum.amount()) : "", below && budget != null);
        }
        return budget == null ? null : budgetLine(within, budget);
    }

    /**
     * What is recommended for it. What the figures leave without money counts with what it asks for, so that the line
     * stands before the first that the money does not reach; what the chair leaves without it takes nothing away.
     */
    private Yen money(EvaluatedLine line) {
        var mine = recommendation.line(line.id());
        var yes = mine.flatMap(each -> each.outcome(line)).map(Outcome::isYes).orElse(false);
        if (yes) {
            return mine.flatMap(each -> each.amount(line)).orElse(Yen.ZERO);
        }
        var requested = line.requestedYen();
        var leftOut = mine.flatMap(RecommendedLine::chosen)
                .filter(outcome -> outcome != line.suggestion())
                .isPresent();
        return requested == null || leftOut || !line.isInReachOfMoney() ? Yen.ZERO : new Yen(requested);
    }

    private NativeTableRow head() {
        var row = new NativeTableRow();
        var title = new Column("dc-tt", words.say("decision.board.spreadColumn"), EvaluatedLine::deviation);
        title.addComponentAsFirst(new Span(words.say("decision.board.case")));
        row.add(title, new Column("dc-tot", words.say("decision.board.total"), EvaluatedLine::total));
        criteria.forEach(criterion -> row.add(new Column(
                "dc-cb",
                criterion.name().in(words.locale()),
                line -> mean(line, criterion).orElse(null))));
        row.add(new Column("num", words.say("decision.board.requested"), line -> decimal(line.requestedYen())));
        if (withheld.isEmpty()) {
            var cumulative = new NativeTableHeaderCell(words.say("decision.board.cumulative"));
            cumulative.add(small(words.say("decision.board.cumulative.of")));
            cumulative.getElement().setAttribute("scope", "col");
            cumulative.addClassNames("num", "dc-sum");
            row.addComponentAsFirst(rank);
            row.add(cumulative);
        }
        return row;
    }

    private static Optional<BigDecimal> mean(EvaluatedLine line, Criterion criterion) {
        return line.means().stream()
                .filter(each -> each.criterion().equals(criterion.id()))
                .map(EvaluatedLine.Mean::mean)
                .findFirst();
    }

    private NativeTableCell rank(EvaluatedLine line) {
        var rank = new NativeTableCell(strong(
                line.rank() == null
                        ? words.say("decision.board.noRank")
                        : words.say("decision.board.rankOf", String.valueOf(line.rank()))));
        rank.addClassName("dc-rk");
        return rank;
    }

    private NativeTableRow figures(EvaluatedLine line, NativeTableCell cumulative) {
        var row = new NativeTableRow();
        var total = line.total();
        var figure = new NativeTableCell(strong(total == null ? "–" : total.toPlainString()));
        figure.addClassName("dc-tot");
        row.add(title(line), figure);
        for (var criterion : criteria) {
            row.add(criterion(line, criterion));
        }
        var requested = line.requestedYen();
        var asked = new NativeTableCell(requested == null ? "–" : String.format("%,d", requested));
        row.add(money(asked, "decision.board.requested"));
        if (withheld.isEmpty()) {
            row.addComponentAsFirst(rank(line));
            row.add(money(cumulative, "decision.board.cumulative"));
        }
        return row;
    }

    /** Below all others, so that not even its place tells how it was judged. */
    private NativeTableRow withheld(EvaluatedLine line) {
        var title = name(line);
        title.add(new Chip(Chip.Kind.PLAIN, words.say("decision.board.withheld")));
        title.getElement().setAttribute("colspan", String.valueOf(3 + criteria.size()));
        return new NativeTableRow(title);
    }

    private NativeTableCell money(NativeTableCell cell, String label) {
        cell.addClassNames("num", "dc-am");
        cell.getElement().setAttribute("data-l", words.say(label));
        return cell;
    }

    private static Span strong(String text) {
        var strong = new Span(text);
        strong.addClassName("b");
        return strong;
    }

    private NativeTableHeaderCell name(EvaluatedLine line) {
        var entrant = material.entrant(line.id()).orElseThrow();
        var cell = new NativeTableHeaderCell();
        cell.addClassName("dc-tt");
        cell.getElement().setAttribute("scope", "row");
        cell.add(
                strong(entrant.title()),
                small(words.say("decision.board.of", entrant.organisationName(), entrant.number())));
        return cell;
    }

    private static Supplier<NativeTableRow> made(NativeTableRow row) {
        return () -> row;
    }

    private static Span small(String text) {
        var small = new Span(text);
        small.addClassNames("small", "mute", "dc-block");
        return small;
    }

    private NativeTableHeaderCell title(EvaluatedLine line) {
        var cell = name(line);
        var signs = new Span();
        signs.addClassName("dc-signs");
        switch (line.verdict()) {
            case WITHDRAWN -> signs.add(new Chip(Chip.Kind.PLAIN, words.say("decision.board.withdrawn")));
            case INELIGIBLE -> signs.add(new Chip(Chip.Kind.PLAIN, words.say("decision.board.ineligible")));
            default -> {
                if (line.disagreement()) {
                    signs.add(new Chip(Chip.Kind.WARN, words.say("decision.board.flag")));
                }
                if (line.sheets() < material.terms().minimumSheets()) {
                    signs.add(new Chip(
                            Chip.Kind.WARN,
                            words.say(
                                    "decision.board.fewSheets",
                                    line.sheets(),
                                    material.terms().minimumSheets())));
                }
                var spread = new Span(spread(line));
                spread.addClassNames("small", "mute");
                signs.add(spread);
            }
        }
        cell.add(signs);
        return cell;
    }

    private String spread(EvaluatedLine line) {
        var deviation = line.deviation();
        var range = line.range();
        if (deviation == null || range.isEmpty()) {
            return line.recused() == 0
                    ? words.say("decision.board.noSpread", line.sheets())
                    : words.say("decision.board.noSpreadRecused", line.sheets(), line.recused());
        }
        var deviates = deviation.setScale(1, RoundingMode.HALF_UP).toPlainString();
        var apart = range.get().round(1, RoundingMode.HALF_UP).toPlainString();
        return line.recused() == 0
                ? words.say("decision.board.spread", deviates, apart, line.sheets())
                : words.say("decision.board.spreadRecused", deviates, apart, line.sheets(), line.recused());
    }

    private NativeTableCell criterion(EvaluatedLine line, Criterion criterion) {
        var cell = new NativeTableCell();
        cell.addClassName("dc-cb");
        cell.getElement().setAttribute("data-l", criterion.name().in(words.locale()));
        var mean = mean(line, criterion);
        if (mean.isEmpty()) {
            cell.add(new Text("–"));
            return cell;
        }
        var figure = new Span(
                strong(mean.get().toPlainString()),
                new Text(" / " + criterion.max().toString()));
        figure.addClassName("dc-fig");
        var width = Ratio.of(mean.get()).times(100).dividedBy(criterion.max()).round(0, RoundingMode.HALF_UP);
        cell.addClassName("dc-bar");
        cell.getStyle().set("--dc-part", width.toPlainString() + "%");
        cell.add(figure);
        return cell;
    }

    /** Written once somebody opens it: of hundreds of proposals a reader opens a few. */
    private NativeTableRow trace(EvaluatedLine line) {
        var rank = line.rank() == null ? line.key() : words.say("decision.board.rankOf", String.valueOf(line.rank()));
        var details = new NativeDetails(words.say("decision.board.trace", rank));
        details.addToggleListener(event -> {
            if (details.isOpen()) {
                event.unregisterListener();
                details.setContent(steps(line));
            }
        });
        return wide(details, "dc-calc");
    }

    private Component steps(EvaluatedLine line) {
        var steps = new OrderedList();
        line.trace(words.locale()).forEach(sentence -> steps.add(new ListItem(sentence)));
        var content = new Div(steps);
        content.addClassName("dc-trace");
        if (!line.sheetTotals().isEmpty()) {
            var heading = new Paragraph(words.say("decision.board.sheetTotals"));
            heading.addClassNames("b", "small");
            var totals = new UnorderedList();
            totals.addClassName("dc-sheets");
            line.sheetTotals()
                    .forEach(total -> totals.add(new ListItem(
                            new Text(words.say("decision.board.member", total.member()) + " "),
                            strong(total.total()))));
            content.add(new Div(heading, totals));
        }
        return content;
    }

    private NativeTableRow budgetLine(Yen until, Yen budget) {
        var text = new Paragraph(
                Icon.CHART.small(),
                strong(words.say("decision.board.line")),
                new Span(words.say("decision.board.lineUntil", until.amount())),
                new Span(words.say("decision.board.budget", budget.amount())));
        if (!until.exceeds(budget)) {
            text.add(new Span(words.say("decision.board.lineLeft", budget.amount() - until.amount())));
        }
        return wide(text, "dc-money");
    }

    private NativeTableRow wide(Component content, String style) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("colspan", String.valueOf(5 + criteria.size()));
        var row = new NativeTableRow(cell);
        row.addClassName(style);
        return row;
    }
}
