package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.document.Downloads;
import app.tomoni.process.GivenAnswers.Opinion;
import app.tomoni.process.ui.Opinions;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Declarations;
import app.tomoni.review.Dossiers;
import app.tomoni.review.Listed;
import app.tomoni.review.OwnSheet;
import app.tomoni.review.Paper;
import app.tomoni.review.ScoreCard;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetTotals;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Everything a reviewer may read of a call on one page, with an empty or filled sheet behind each proposal, for paper. */
@Route(ReviewNavigation.REVIEWS + "/:call/print")
@ForOffices(Office.REVIEWER)
@StyleSheet("context://tomoni/review.css")
class PrintView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PersonId reviewer;
    private final Rounds rounds;
    private final Declarations declarations;
    private final Dossiers dossiers;
    private final ScoreSheets sheets;
    private final SheetTotals totals;
    private final Calls calls;
    private final AnswerTexts texts;
    private final Downloads downloads;
    private final Opinions opinions;

    PrintView(
            SignedIn signedIn,
            Rounds rounds,
            Declarations declarations,
            Dossiers dossiers,
            ScoreSheets sheets,
            SheetTotals totals,
            Calls calls,
            AnswerTexts texts,
            Downloads downloads,
            Opinions opinions) {
        this.reviewer = signedIn.person();
        this.rounds = rounds;
        this.declarations = declarations;
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.totals = totals;
        this.calls = calls;
        this.texts = texts;
        this.downloads = downloads;
        this.opinions = opinions;
        addClassNames("stack", "review-print");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var call = ReviewNavigation.call(event.getRouteParameters()).filter(id -> rounds.isMember(reviewer, id));
        if (call.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(call.get());
    }

    private void show(CallId call) {
        var title = getTranslation("review.print.title");
        var print = Buttons.primary(
                getTranslation("review.print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        add(
                new Crumbs()
                        .step(getTranslation("review.mine.title"), ReviewNavigation.REVIEWS)
                        .here(title),
                new PageHead(title),
                new Paragraph(calls.get(call).title()));
        List<Listed> all = rounds.of(reviewer, call).all();
        if (all.isEmpty()) {
            add(new EmptyState(getTranslation("review.scores.none"), getTranslation("review.scores.none.why")));
            return;
        }
        add(new Paragraph(getTranslation("review.print.what")), print);
        var own = sheets.own(reviewer, call);
        var marks = new HashMap<ProposalId, Map<String, BigDecimal>>();
        own.forEach((proposal, sheet) -> marks.put(proposal, sheet.card().marks(sheet.entries())));
        var points = totals.of(call, reviewer, marks);
        var papers = dossiers.read(reviewer, call);
        var said = dossiers.opinions(reviewer, call, getLocale());
        for (var listed : all) {
            var paper = papers.get(listed.proposal());
            if (paper != null) {
                var sheet = own.get(listed.proposal());
                add(page(
                        listed,
                        paper,
                        said.getOrDefault(listed.proposal(), List.of()),
                        sheet,
                        points.get(listed.proposal())));
            }
        }
    }

    private Component page(
            Listed listed, Paper paper, List<Opinion> said, @Nullable OwnSheet own, @Nullable BigDecimal points) {
        BooleanSupplier mayRead = () -> declarations.mayRead(reviewer, listed.proposal());
        var page = new Div(
                new H2(getTranslation("review.print.heading", listed.number(), listed.title())),
                new Paragraph(listed.group()),
                new PaperSheet(paper, texts, downloads, mayRead, null),
                new OpinionsPart(said, opinions.read(said, mayRead, getLocale())).withoutAnchor());
        if (own != null) {
            if (own.isLeftOut()) {
                page.add(new Note(Note.Kind.INFO, getTranslation("review.sheet.closed.leftOut")));
            }
            page.add(sheet(own));
            if (!own.isLeftOut()) {
                page.add(total(own, points));
            }
            page.add(comment(own));
        }
        page.addClassName("review-print-page");
        named(page.getElement(), listed.number());
        return page;
    }

    /** The same table stands on each page: those who hear its name hear whose it is. */
    private static void named(Element part, String number) {
        if ("region".equals(part.getAttribute("role"))) {
            part.setAttribute("aria-label", number + " " + part.getAttribute("aria-label"));
        }
        part.getChildren().forEach(child -> named(child, number));
    }

    private Component sheet(OwnSheet sheet) {
        var table = new PlainTable(
                getTranslation("review.pane.scores"),
                List.of(
                        getTranslation("review.print.criterion"),
                        getTranslation("review.print.points"),
                        getTranslation("review.remark.label")),
                Set.of(1));
        sheet.card()
                .lines()
                .forEach(line -> table.row(
                        getTranslation(
                                "review.scores.criterion",
                                line.name(),
                                line.max().toPlainString()),
                        sheet.value(line.markField()),
                        sheet.value(line.remarkField())));
        return table;
    }

    private Component total(OwnSheet sheet, @Nullable BigDecimal points) {
        return new Paragraph(
                points == null
                        ? getTranslation("review.total.none")
                        : getTranslation(
                                sheet.closed() ? "review.total.closed" : "review.total",
                                points.stripTrailingZeros().toPlainString(),
                                sheet.card().marks(sheet.entries()).size(),
                                sheet.card().lines().size()));
    }

    /** What is written to the group; where nothing is yet, room to write it by hand. */
    private Component comment(OwnSheet sheet) {
        var words = new Paragraph(sheet.value(ScoreCard.COMMENT));
        words.addClassNames("typed", "review-print-comment");
        return new Div(new H3(getTranslation("review.comment")), words);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.print.title");
    }
}
