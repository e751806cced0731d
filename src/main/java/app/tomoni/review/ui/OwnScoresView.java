package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.proposal.ProposalId;
import app.tomoni.review.Listed;
import app.tomoni.review.OwnSheet;
import app.tomoni.review.ScoreSheets;
import app.tomoni.review.SheetTotals;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reviewer's own scores side by side, to see whether the same measure was used throughout. */
@Route(ReviewNavigation.REVIEWS + "/:call/scores")
@ForOffices(Office.REVIEWER)
@StyleSheet("context://tomoni/review.css")
class OwnScoresView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SignedIn signedIn;
    private final Rounds rounds;
    private final ScoreSheets sheets;
    private final SheetTotals totals;
    private final Calls calls;

    OwnScoresView(SignedIn signedIn, Rounds rounds, ScoreSheets sheets, SheetTotals totals, Calls calls) {
        this.signedIn = signedIn;
        this.rounds = rounds;
        this.sheets = sheets;
        this.totals = totals;
        this.calls = calls;
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var call =
                ReviewNavigation.call(event.getRouteParameters()).filter(id -> rounds.isMember(signedIn.person(), id));
        if (call.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var title = getTranslation("review.scores.title");
        add(
                new Crumbs()
                        .step(getTranslation("review.mine.title"), ReviewNavigation.REVIEWS)
                        .here(title),
                new PageHead(title),
                new Paragraph(calls.get(call.get()).title()),
                new Paragraph(getTranslation("review.scores.what")));
        var all = rounds.of(signedIn.person(), call.get()).all();
        add(
                all.isEmpty()
                        ? new EmptyState(getTranslation("review.scores.none"), getTranslation("review.scores.none.why"))
                        : table(call.get(), all));
    }

    private Component table(CallId call, List<Listed> all) {
        var sheetOf = sheets.own(signedIn.person(), call);
        var own = all.stream()
                .flatMap(listed -> Stream.ofNullable(sheetOf.get(listed.proposal())))
                .toList();
        var marks = new HashMap<ProposalId, Map<String, BigDecimal>>();
        own.stream()
                .filter(sheet -> !sheet.isLeftOut())
                .forEach(sheet -> marks.put(sheet.proposal(), sheet.card().marks(sheet.entries())));
        var points = totals.of(call, signedIn.person(), marks);
        var headers = new ArrayList<String>();
        headers.add(getTranslation("review.ties.number"));
        headers.add(getTranslation("review.scores.proposal"));
        var numeric = new HashSet<Integer>();
        own.stream()
                .findFirst()
                .ifPresent(sheet -> sheet.card().lines().forEach(line -> {
                    numeric.add(headers.size());
                    headers.add(getTranslation(
                            "review.scores.criterion", line.name(), line.max().toPlainString()));
                }));
        numeric.add(headers.size());
        headers.add(getTranslation("review.scores.total"));
        headers.add(getTranslation("review.scores.state"));
        var table = new PlainTable(getTranslation("review.scores.title"), headers, numeric);
        for (var listed : all) {
            var sheet = sheetOf.get(listed.proposal());
            if (sheet != null) {
                table.row(cells(call, listed, sheet, points.get(listed.proposal())));
            }
        }
        return table.underHeading();
    }

    private Component[] cells(CallId call, Listed listed, OwnSheet sheet, @Nullable BigDecimal points) {
        var cells = new ArrayList<Component>();
        cells.add(new Text(listed.number()));
        cells.add(new Anchor(ReviewNavigation.sheet(call, listed.proposal()), listed.title()));
        var marks = sheet.card().marks(sheet.entries());
        sheet.card()
                .lines()
                .forEach(line -> cells.add(new Text(
                        marks.containsKey(line.criterion())
                                ? marks.get(line.criterion()).toPlainString()
                                : getTranslation("review.scores.open"))));
        cells.add(new Text(points == null ? "" : points.stripTrailingZeros().toPlainString()));
        cells.add(new Text(getTranslation(
                sheet.changed() && !sheet.closed()
                        ? "review.scores.changed"
                        : "review.participation." + sheet.participation().name())));
        return cells.toArray(Component[]::new);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.scores.title");
    }
}
