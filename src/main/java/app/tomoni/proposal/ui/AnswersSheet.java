package app.tomoni.proposal.ui;

import app.tomoni.document.Downloads;
import app.tomoni.form.Answers;
import app.tomoni.form.Budget;
import app.tomoni.form.BudgetLine;
import app.tomoni.form.Field;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Section;
import app.tomoni.form.Widget;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All answers of a form as text, section by section. */
class AnswersSheet extends Div {

    private final Answers answers;
    private final AnswerTexts texts;
    private final Downloads downloads;
    private final BooleanSupplier mayDownload;

    /**
     * @param mayDownload asked at each click on a file
     * @param beside what stands beside a section's heading, such as a link to change it; nothing for none
     */
    AnswersSheet(
            FormDefinition form,
            Answers answers,
            AnswerTexts texts,
            Downloads downloads,
            BooleanSupplier mayDownload,
            @Nullable Function<Section, Component> beside) {
        this.answers = answers;
        this.texts = texts;
        this.downloads = downloads;
        this.mayDownload = mayDownload;
        addClassName("stack");
        form.sections().stream().filter(answers::shows).forEach(section -> add(section(section, beside)));
    }

    private Component section(Section section, @Nullable Function<Section, Component> beside) {
        var card = new Card(section.title());
        if (beside != null) {
            card.add(beside.apply(section));
        }
        section.fields().filter(answers::shows).forEach(field -> card.add(answer(field)));
        return card;
    }

    private Component answer(Field field) {
        var answer = new Div(new H3(field.label()));
        answer.addClassName("answer");
        if (answers.isEmpty(field) && field.kind() != Field.Kind.CHECKBOX) {
            var none = new Paragraph(getTranslation("proposal.answer.none"));
            none.addClassName("mute");
            answer.add(none);
            return answer;
        }
        answer.add(content(field));
        return answer;
    }

    private Component content(Field field) {
        var widget = field.widget();
        if (widget == Widget.BUDGET) {
            return budget(answers.budget(field.key()));
        }
        if (widget == Widget.ATTACHMENTS) {
            return files(field);
        }
        if (widget != null) {
            return table(field, widget);
        }
        var typed = new Paragraph(texts.of(field, answers, getLocale()));
        typed.addClassName("typed");
        return typed;
    }

    private Component table(Field field, Widget widget) {
        var table = new PlainTable(
                field.label(),
                widget.columns().stream()
                        .map(column -> texts.column(widget, column, getLocale()))
                        .toList(),
                Set.of());
        answers.rows(field.key(), widget.columns()).stream()
                .filter(row -> row.values().stream().anyMatch(cell -> !cell.isBlank()))
                .forEach(
                        row -> table.row(widget.columns().stream().map(row::get).toArray(String[]::new)));
        return table;
    }

    private Component budget(Budget budget) {
        var sheet = new Div();
        sheet.addClassName("stack-s");
        sheet.add(
                lines("proposal.budget.expenditure", budget.expenditure()),
                lines("proposal.budget.income", budget.income()),
                new Facts()
                        .fact(
                                getTranslation("proposal.budget.expenditure.total"),
                                yen(budget.expenditureTotal().amount()))
                        .fact(
                                getTranslation("proposal.budget.eligible.total"),
                                yen(budget.eligibleTotal().amount()))
                        .fact(
                                getTranslation("proposal.budget.income.total"),
                                yen(budget.incomeTotal().amount()))
                        .fact(
                                getTranslation("proposal.requested"),
                                yen(budget.requested().amount())));
        return sheet;
    }

    private Component lines(String caption, List<BudgetLine> lines) {
        var expenditure = caption.equals("proposal.budget.expenditure");
        var headers = new java.util.ArrayList<>(List.of(
                getTranslation("proposal.budget.category"),
                getTranslation("proposal.budget.description"),
                getTranslation("proposal.budget.amount")));
        if (expenditure) {
            headers.add(getTranslation("proposal.budget.eligible"));
        }
        var table = new PlainTable(getTranslation(caption), headers, Set.of(2));
        lines.stream().filter(line -> !line.isEmpty()).forEach(line -> {
            var cells = new java.util.ArrayList<>(
                    List.of(line.category(), described(line), yen(line.amount().amount())));
            if (expenditure) {
                cells.add(getTranslation(line.eligible() ? "proposal.budget.counts" : "proposal.budget.countsNot"));
            }
            table.row(cells.toArray(String[]::new));
        });
        var block = new Div(new Span(getTranslation(caption)), table);
        block.addClassName("budget-side");
        return block;
    }

    private String described(BudgetLine line) {
        return line.product().isEmpty()
                ? line.description()
                : getTranslation(
                        "proposal.budget.product", line.description(), line.unitPriceAsTyped(), line.quantityAsTyped());
    }

    private String yen(long amount) {
        return getTranslation("shared.yen", amount);
    }

    private Component files(Field field) {
        var list = new UnorderedList();
        answers.attachments(field.key()).forEach(file -> {
            var link = new Anchor(downloads.handler(file.file(), mayDownload), file.name());
            link.setRouterIgnore(true);
            var size = new Span(getTranslation("proposal.file.bytes", file.size()));
            size.addClassNames("small", "mute");
            list.add(new ListItem(link, new com.vaadin.flow.component.Text(" "), size));
        });
        return list;
    }
}
