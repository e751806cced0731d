package app.tomoni.decision.ui;

import app.tomoni.decision.selection.EvaluatedLine;
import app.tomoni.decision.selection.Evaluation;
import app.tomoni.decision.selection.Material;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Ratio;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
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
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The ranking with its figures, its doubts and the line where the money ends (審査ボード). */
class Board extends Div {

    private enum Shown {
        ALL,
        DISCUSS,
        ABOVE,
        BELOW
    }

    private final Words words;
    private final Evaluation evaluation;
    private final Material material;
    private final Set<ProposalId> withheld;
    private final Div place = new Div();

    /**
     * @param withheld the proposals that the reader may not see because of a tie: their figures are not shown, nor is
     *     anything of the others' that counts them in, such as ranks and running sums
     */
    Board(Words words, Evaluation evaluation, Material material, Set<ProposalId> withheld) {
        this.words = words;
        this.evaluation = evaluation;
        this.material = material;
        this.withheld = withheld;
        if (!withheld.isEmpty()) {
            add(new Note(Note.Kind.INFO, words.say("decision.board.withheld.why")));
            drawWithoutPlaces();
            return;
        }
        var filter = new Select<Shown>();
        filter.setLabel(words.say("decision.board.filter"));
        filter.addClassName("short");
        filter.setItems(Shown.values());
        filter.setItemLabelGenerator(
                shown -> words.say("decision.board.filter." + shown.name().toLowerCase(java.util.Locale.ROOT)));
        filter.setValue(Shown.ALL);
        filter.addValueChangeListener(event -> draw(event.getValue()));
        add(filter, place);
        draw(Shown.ALL);
    }

    private void draw(Shown shown) {
        place.removeAll();
        var table = new NativeTable();
        table.addClassName("dc-board");
        table.setCaptionText(words.say("decision.board.caption"));
        var body = new NativeTableBody();
        var criteria = evaluation.rule().criteria();
        var columns = 5 + criteria.size();
        var budget = material.terms().budget();
        var cumulative = Yen.ZERO;
        var lineDrawn = budget == null;
        var rows = 0;
        for (var line : evaluation.lines()) {
            var money = money(line);
            var next = line.rank() == null ? cumulative : cumulative.plus(money);
            var above = budget == null || !next.exceeds(budget);
            if (!lineDrawn && (line.rank() == null || !above)) {
                if (shown == Shown.ALL) {
                    body.add(budgetLine(cumulative, Objects.requireNonNull(budget), columns));
                }
                lineDrawn = true;
            }
            cumulative = next;
            if (!shows(shown, line, above && !(lineDrawn && budget != null))) {
                continue;
            }
            rows++;
            var row = row(line, criteria);
            row.addComponentAsFirst(rank(line));
            row.add(money(
                    line.rank() == null ? "" : String.format("%,d", cumulative.amount()), "decision.board.cumulative"));
            row.setClassName("dc-out", lineDrawn && budget != null);
            body.add(row);
            if (line.takesPart()) {
                body.add(trace(line, columns));
            }
        }
        if (!lineDrawn && shown == Shown.ALL) {
            body.add(budgetLine(cumulative, Objects.requireNonNull(budget), columns));
        }
        if (rows == 0) {
            place.add(new EmptyState(
                    words.say("decision.board.title"),
                    words.say("decision.board.filter.empty", evaluation.lines().size())));
            return;
        }
        var head = head(criteria);
        head.addComponentAsFirst(column("decision.board.rank", "dc-rk"));
        head.add(column("decision.board.cumulative", "num"));
        table.add(new NativeTableHeader(head), body);
        place.add(table);
    }

    /** For a reader who could tell from ranks, running sums and steps how a proposal stands that is withheld. */
    private void drawWithoutPlaces() {
        var table = new NativeTable();
        table.addClassName("dc-board");
        table.setCaptionText(words.say("decision.board.caption.withoutRanks"));
        var criteria = evaluation.rule().criteria();
        var body = new NativeTableBody();
        evaluation.lines().stream()
                .filter(line -> !withheld.contains(line.id()))
                .forEach(line -> body.add(row(line, criteria)));
        evaluation.lines().stream()
                .filter(line -> withheld.contains(line.id()))
                .forEach(line -> body.add(withheld(line, 3 + criteria.size())));
        table.add(new NativeTableHeader(head(criteria)), body);
        add(table);
    }

    private static boolean shows(Shown shown, EvaluatedLine line, boolean above) {
        return switch (shown) {
            case ALL -> true;
            case DISCUSS -> line.disagreement();
            case ABOVE -> line.rank() != null && above;
            case BELOW -> line.rank() == null || !above;
        };
    }

    private static Yen money(EvaluatedLine line) {
        var suggestion = line.suggestion();
        var amount = suggestion != null && suggestion.isYes() ? line.amountYen() : line.requestedYen();
        return amount == null ? Yen.ZERO : new Yen(amount);
    }

    private NativeTableRow head(List<app.tomoni.scoring.Criterion> criteria) {
        var row = new NativeTableRow();
        row.add(column("decision.board.case", "dc-tt"), column("decision.board.total", "dc-tot"));
        criteria.forEach(criterion -> row.add(headCell(criterion.name().in(words.locale()), "dc-cb")));
        row.add(column("decision.board.requested", "num"));
        return row;
    }

    private NativeTableHeaderCell column(String key, String style) {
        return headCell(words.say(key), style);
    }

    private static NativeTableHeaderCell headCell(String text, String style) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        cell.addClassName(style);
        return cell;
    }

    private NativeTableCell rank(EvaluatedLine line) {
        var rank = new NativeTableCell(strong(
                line.rank() == null
                        ? words.say("decision.board.noRank")
                        : words.say("decision.board.rankOf", String.valueOf(line.rank()))));
        rank.addClassName("dc-rk");
        return rank;
    }

    private NativeTableRow row(EvaluatedLine line, List<app.tomoni.scoring.Criterion> criteria) {
        var row = new NativeTableRow();
        var total = line.total();
        var figure = new NativeTableCell(strong(total == null ? "–" : total.toPlainString()));
        figure.addClassName("dc-tot");
        row.add(title(line), figure);
        for (var criterion : criteria) {
            row.add(criterion(line, criterion));
        }
        var requested = line.requestedYen();
        row.add(money(requested == null ? "–" : String.format("%,d", requested), "decision.board.requested"));
        return row;
    }

    /** Below all others, so that not even its place tells how it was judged. */
    private NativeTableRow withheld(EvaluatedLine line, int columns) {
        var title = name(line);
        title.add(new Chip(Chip.Kind.PLAIN, words.say("decision.board.withheld")));
        title.getElement().setAttribute("colspan", String.valueOf(columns));
        return new NativeTableRow(title);
    }

    private NativeTableCell money(String text, String label) {
        var cell = new NativeTableCell(text);
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
        var group = new Span(entrant.organisationName() + "（" + entrant.number() + "）");
        group.addClassNames("small", "mute", "dc-block");
        cell.add(strong(entrant.title()), group);
        return cell;
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
        if (deviation == null) {
            return line.recused() == 0
                    ? words.say("decision.board.noSpread", line.sheets())
                    : words.say("decision.board.noSpreadRecused", line.sheets(), line.recused());
        }
        var shown = deviation.setScale(1, RoundingMode.HALF_UP).toPlainString();
        return line.recused() == 0
                ? words.say("decision.board.spread", shown, line.sheets())
                : words.say("decision.board.spreadRecused", shown, line.sheets(), line.recused());
    }

    private NativeTableCell criterion(EvaluatedLine line, app.tomoni.scoring.Criterion criterion) {
        var cell = new NativeTableCell();
        cell.addClassName("dc-cb");
        cell.getElement().setAttribute("data-l", criterion.name().in(words.locale()));
        var mean = line.means().stream()
                .filter(each -> each.criterion().equals(criterion.id()))
                .findFirst();
        if (mean.isEmpty()) {
            cell.add(new Text("–"));
            return cell;
        }
        var figure = new Span(
                strong(mean.get().mean().toPlainString()),
                new Text(" / " + criterion.max().toString()));
        figure.addClassName("dc-fig");
        var width = Ratio.of(mean.get().mean())
                .times(100)
                .dividedBy(criterion.max())
                .round(0, RoundingMode.HALF_UP);
        var bar = new Span();
        bar.addClassName("dc-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var filled = new com.vaadin.flow.dom.Element("i");
        filled.getStyle().setWidth(width.toPlainString() + "%");
        bar.getElement().appendChild(filled);
        cell.add(figure, bar);
        return cell;
    }

    private NativeTableRow trace(EvaluatedLine line, int columns) {
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
        var rank = line.rank() == null ? line.key() : words.say("decision.board.rankOf", String.valueOf(line.rank()));
        var details = new NativeDetails(words.say("decision.board.trace", rank), content);
        return wide(details, columns, "dc-calc");
    }

    private NativeTableRow budgetLine(Yen until, Yen budget, int columns) {
        var text = new Paragraph(
                Icon.CHART.small(),
                strong(words.say("decision.board.line")),
                new Span(words.say("decision.board.lineUntil", until.amount())),
                new Span(words.say("decision.board.budget", budget.amount())));
        if (!until.exceeds(budget)) {
            text.add(new Span(words.say("decision.board.lineLeft", budget.amount() - until.amount())));
        }
        return wide(text, columns, "dc-money");
    }

    private static NativeTableRow wide(Component content, int columns, String style) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("colspan", String.valueOf(columns));
        var row = new NativeTableRow(cell);
        row.addClassName(style);
        return row;
    }
}
