package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.Revision;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.util.List;

/** what the city gives in return for a submission. */
@Route("proposals/:proposal/receipt")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class ReceiptView extends ProposalPage {

    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final CaseCards cases;
    private final ReceiptDownloads downloads;
    private final Clock clock;

    ReceiptView(
            Access access,
            SignedIn signedIn,
            Proposals proposals,
            TermsOfCalls terms,
            CaseCards cases,
            ReceiptDownloads downloads,
            Clock clock) {
        super(access, signedIn);
        this.proposals = proposals;
        this.terms = terms;
        this.cases = cases;
        this.downloads = downloads;
        this.clock = clock;
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.receipt"));
        var revisions = proposals.revisions(proposal.id());
        if (revisions.isEmpty()) {
            add(
                    new PageHead(getTranslation("proposal.receipt")),
                    new EmptyState(
                            getTranslation("proposal.receipt.none"),
                            getTranslation("proposal.receipt.none.why"),
                            button(
                                    ProposalNavigation.write(proposal.id()),
                                    getTranslation("proposal.next.write"),
                                    true)));
            return;
        }
        var number = proposal.number().orElseThrow();
        add(
                crumbs(proposal, proposal.title(), getTranslation("proposal.receipt")),
                new PageHead(getTranslation("proposal.receipt")));
        if (proposal.isOver()) {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.receipt.over")));
        } else if (proposal.isSubmitted()) {
            add(new Note(Note.Kind.OK, getTranslation("proposal.receipt.done", number)));
        } else {
            add(new Note(Note.Kind.INFO, getTranslation("proposal.receipt.recalled")));
        }
        add(receipt(proposal, number, revisions.getLast()), next(proposal));
        if (revisions.size() > 1) {
            add(earlier(proposal, revisions.subList(0, revisions.size() - 1)));
        }
    }

    private Component receipt(Proposal proposal, String number, Revision revision) {
        var big = new Paragraph(number);
        big.addClassName("receipt-number");
        var card = new Card(
                getTranslation("proposal.receipt.number"),
                big,
                new Facts()
                        .fact(getTranslation("proposal.title"), proposal.title())
                        .fact(
                                getTranslation("proposal.call"),
                                terms.title(proposal.call()).orElse(""))
                        .fact(
                                getTranslation("proposal.receipt.at"),
                                JapaneseDates.full(revision.submittedAt(), getLocale())
                                        + getTranslation(
                                                "proposal.receipt.second", JapaneseDates.clock(revision.submittedAt())))
                        .fact(getTranslation("proposal.receipt.hash"), hash(revision.sha256())),
                new Paragraph(getTranslation("proposal.receipt.hash.what")),
                new AttachedFiles(revision.files()));
        var actions = new Div(
                link(downloads.pdf(proposal, revision, person), getTranslation("proposal.receipt.pdf"), "btn", "p"),
                link(downloads.data(proposal, revision, person), getTranslation("proposal.receipt.data"), "btn"));
        actions.addClassName("row");
        card.add(actions, check());
        return card;
    }

    private Component check() {
        var page = new Anchor(ProposalNavigation.receiptCheck(), getTranslation("proposal.receipt.check.link"));
        page.setRouterIgnore(true);
        return new Paragraph(new Text(getTranslation("proposal.receipt.check.how")), page);
    }

    private Component next(Proposal proposal) {
        var card = new Card(
                getTranslation("proposal.receipt.next"),
                cases.band(
                        proposal,
                        cases.statuses(List.of(proposal), person, getLocale()),
                        proposal.isDraft() && access.mayWrite(proposal, person),
                        getLocale()));
        var asked = terms.of(proposal);
        if (proposal.isSubmitted() && !proposal.isOver() && asked.accept(clock.instant())) {
            var list = new UnorderedList(
                    new ListItem(getTranslation("proposal.receipt.next.supplement")),
                    new ListItem(getTranslation(
                            "proposal.receipt.next.recall", JapaneseDates.brief(asked.closesAt(), getLocale()))));
            list.addClassName("bulleted");
            card.add(list);
        }
        card.add(button(ProposalNavigation.overview(proposal.id()), getTranslation("proposal.receipt.toCase"), false));
        return card;
    }

    private Component earlier(Proposal proposal, List<Revision> revisions) {
        var card = new Card(getTranslation("proposal.receipt.earlier")).flat();
        revisions.forEach(revision -> card.add(new Facts()
                .fact(
                        getTranslation("proposal.revision", revision.number()),
                        JapaneseDates.full(revision.submittedAt(), getLocale()))
                .fact(getTranslation("proposal.receipt.hash"), hash(revision.sha256()))
                .fact(
                        getTranslation("proposal.receipt.files"),
                        link(
                                downloads.data(proposal, revision, person),
                                getTranslation("proposal.receipt.data.of", revision.number())))));
        return card;
    }

    static Code hash(String sha256) {
        var hash = new Code(sha256);
        hash.addClassName("hash");
        return hash;
    }

    private static Anchor link(com.vaadin.flow.server.streams.DownloadHandler handler, String text, String... classes) {
        var link = new Anchor(handler, text);
        link.addClassNames(classes);
        link.setRouterIgnore(true);
        return link;
    }
}
