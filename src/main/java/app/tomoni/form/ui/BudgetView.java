package app.tomoni.form.ui;

import app.tomoni.form.Answers;
import app.tomoni.form.Budget;
import app.tomoni.form.BudgetRule;
import app.tomoni.form.Field;
import app.tomoni.form.FieldError;
import app.tomoni.shared.Json;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.Figures;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.KeptInBrowser;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Income, expenditure and the amount asked of the city, with sums and rules while typing. */
final class BudgetView extends FieldView implements BudgetSide.Whole {

    private static final String LINE = "form.budget.line.";

    private final @Nullable BudgetRule rule;
    private final FormTools tools;
    private final BudgetSide expenditure;
    private final BudgetSide income;
    private final TextField requested = new TextField();
    private final Div requestProblem = new Div();
    private final Div totals = new Div();
    private final Div verdict = new Div();
    private boolean quiet;
    /**
     * Whether the person has not left the table yet since writing sums that do not agree. What has been told as an error
     * stays one until it is mended.
     */
    private boolean writing;

    private boolean unbalanced;

    BudgetView(Field field, FormTools tools) {
        super(field);
        this.tools = tools;
        this.rule = tools.rules().budget();
        this.expenditure = new BudgetSide(field, BudgetSide.EXPENDITURE, this);
        this.income = new BudgetSide(field, BudgetSide.INCOME, this);
        addClassName("stack-l");
        add(expenditure, request(), income, sums());
        finish();
        judge();
    }

    private Component request() {
        var name = new NativeLabel();
        name.getElement().setAttribute("slot", "label");
        name.add(new Span(getTranslation("form.budget.total.requested")), FieldLabel.need(field.required()));
        requested.getElement().appendChild(name.getElement());
        requested.getElement().getThemeList().add("helper-above-field");
        Figures.whole(requested);
        requested.addClassNames("short", "amount");
        requested.setManualValidation(true);
        requested.setSuffixComponent(new Span(getTranslation("form.yen")));
        if (rule != null) {
            requested.setHelperText(
                    rule.rateNumerator() == rule.rateDenominator()
                            ? getTranslation(
                                    "form.budget.rule.whole", rule.ceiling().amount())
                            : getTranslation(
                                    "form.budget.rule",
                                    rule.rateDenominator(),
                                    rule.rateNumerator(),
                                    rule.roundingUnit().amount(),
                                    rule.ceiling().amount()));
        }
        KeptInBrowser.typing(requested, field.key() + "/requested");
        KeptInBrowser.amount(requested);
        heed(requested);
        return new Div(requested, requestProblem);
    }

    private Component sums() {
        var box = new Section(new H3(getTranslation("form.budget.totals")), totals, verdict);
        box.addClassName("sum");
        box.getElement().setAttribute("aria-live", "polite");
        return box;
    }

    @Override
    public void heed(TextField input) {
        input.addValueChangeListener(event -> typed(input));
    }

    private void typed(TextField input) {
        if (quiet) {
            return;
        }
        writing |= !unbalanced; // whoever types is here, also where the values come before the word of that
        judge();
        changed(input.getElement().getAttribute("data-keep"), input.getValue());
    }

    @Override
    public void chosen() {
        if (!quiet) {
            writing |= !unbalanced && isFocused();
            judge();
            changed();
        }
    }

    @Override
    public void written() {
        partLeft();
    }

    @Override
    boolean isInTheMiddle(FieldError error) {
        return (writing && isAboutBalance(error.messageKey()))
                || (error.messageKey().endsWith(".category") && sideOf(error).isFresh(numberOf(error)));
    }

    /** Of an error at a line. */
    private BudgetSide sideOf(FieldError error) {
        return error.messageKey().startsWith(LINE + BudgetSide.INCOME) ? income : expenditure;
    }

    /** Of an error at a line, counted from one. */
    private static int numberOf(FieldError error) {
        return error.arguments().getFirst() instanceof Integer number ? number : Integer.MAX_VALUE;
    }

    @Override
    boolean leave() {
        expenditure.leave();
        income.leave();
        if (!writing) {
            return false;
        }
        writing = false;
        if (unbalanced) {
            judge();
        }
        return unbalanced;
    }

    private static boolean isAboutBalance(String messageKey) {
        return messageKey.endsWith("-exceeds");
    }

    @Override
    public void quietly(Runnable filling) {
        var before = quiet;
        quiet = true;
        try {
            filling.run();
        } finally {
            quiet = before;
        }
    }

    private Budget budget() {
        return new Budget(income.lines(), expenditure.lines(), requested.getValue());
    }

    /** Sums and rules, anew after each change. */
    private void judge() {
        expenditure.judge();
        income.judge();
        var budget = budget();
        var figures = new DescriptionList();
        figure(figures, "expenditure", budget.expenditureTotal());
        figure(figures, "eligible", budget.eligibleTotal());
        figure(figures, "income", budget.incomeTotal());
        totals.removeAll();
        totals.add(figures);
        verdict.removeAll();
        requestProblem.removeAll();
        requested.setInvalid(false);
        unbalanced = false;
        if (rule == null || budget.isEmpty()) {
            return;
        }
        if (!budget.isReadable()) {
            verdict.add(new Paragraph(getTranslation("form.budget.unreadable")));
            return;
        }
        var findings = budget.checkSums(rule, field.listProperty(Budget.REVENUE));
        var tooMuch = false;
        for (var finding : findings) {
            var sentence = tools.words().say(finding.messageKey(), finding.arguments(), getLocale());
            if (isAboutBalance(finding.messageKey())) {
                unbalanced = true;
                verdict.add(writing ? difference(budget) : problem(sentence));
            } else {
                tooMuch = true;
                requested.setInvalid(true);
                requestProblem.add(problem(sentence, fix(finding.fix())));
            }
        }
        if (!unbalanced) {
            verdict.add(fine(getTranslation("form.budget.balanced")));
        }
        if (!tooMuch && !requested.getValue().isBlank()) {
            verdict.add(fine(getTranslation(
                    "form.budget.within",
                    budget.limit(rule, field.listProperty(Budget.REVENUE)).amount())));
        }
    }

    private Component difference(Budget budget) {
        var more = budget.expenditureTotal().amount() - budget.incomeTotal().amount();
        return new Paragraph(getTranslation(
                more > 0 ? "form.budget.difference.expenditure" : "form.budget.difference.income", Math.abs(more)));
    }

    private Component[] fix(@Nullable Yen amount) {
        if (amount == null) {
            return new Component[0];
        }
        var button = Buttons.quiet(getTranslation("form.budget.fix", amount.amount()), event -> {
            requested.setValue(getTranslation("form.amount", amount.amount()));
            requested.focus();
        });
        return new Component[] {button};
    }

    private void figure(DescriptionList figures, String key, Yen amount) {
        var pair = new Div(
                new DescriptionList.Term(getTranslation("form.budget.total." + key)),
                new DescriptionList.Description(getTranslation("form.read.yen", amount.amount())));
        figures.getElement().appendChild(pair.getElement());
    }

    private static Component fine(String words) {
        var line = new Paragraph(Icon.CHECK.small(), new Text(words));
        line.addClassName("okline");
        return line;
    }

    @Override
    String kept() {
        var budget = budget();
        return budget.isEmpty() ? "" : Json.write(budget.json());
    }

    @Override
    protected void fill(String kept) {
        var budget = Answers.NONE.with(field, kept).budget(field.key());
        quietly(() -> {
            expenditure.fill(budget.expenditure());
            income.fill(budget.income());
            requested.setValue(budget.requestedAsTyped());
        });
        judge();
    }

    @Override
    void restore(String path, String typed) {
        var steps = path.split("/");
        quietly(() -> {
            if (steps.length == 2 && steps[1].equals("requested")) {
                requested.setValue(typed);
            } else if (steps.length == 4 && steps[2].matches("\\d{1,2}")) {
                var side = steps[1].equals(BudgetSide.INCOME) ? income : expenditure;
                side.restore(Integer.parseInt(steps[2]), steps[3], typed);
            }
        });
        judge();
    }

    @Override
    Component target() {
        return expenditure.target();
    }

    @Override
    void show(List<FieldError> wrong, List<String> sentences) {
        expenditure.clear();
        income.clear();
        var other = new ArrayList<String>();
        for (var i = 0; i < wrong.size(); i++) {
            var key = wrong.get(i).messageKey();
            var besideSums = isAboutBalance(key) || key.startsWith("form.budget.over-");
            if (!besideSums && !atLine(wrong.get(i), sentences.get(i))) {
                other.add(sentences.get(i));
            }
        }
        super.show(wrong, other);
    }

    private boolean atLine(FieldError error, String sentence) {
        if (!error.messageKey().startsWith(LINE)) {
            return false;
        }
        var about = error.messageKey().substring(error.messageKey().lastIndexOf('.') + 1);
        return sideOf(error).say(numberOf(error), about, sentence);
    }
}
