package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.ui.FormView;
import app.tomoni.form.ui.FormViews;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Terms;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.proposal.Writers;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;

/** the proposal being written, with guidance, what reviewers look at, and who else is writing. */
@Route("proposals/:proposal/write")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class WritingView extends ProposalPage {

    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final FormViews forms;
    private final Writers writers;
    private final CaseCards cards;
    private final Arrivals arrivals;
    private final ProfileFindings profile;

    WritingView(
            Access access,
            SignedIn signedIn,
            Drafts drafts,
            TermsOfCalls terms,
            FormViews forms,
            Writers writers,
            CaseCards cards,
            Arrivals arrivals,
            ProfileFindings profile) {
        super(access, signedIn);
        this.drafts = drafts;
        this.terms = terms;
        this.forms = forms;
        this.writers = writers;
        this.cards = cards;
        this.arrivals = arrivals;
        this.profile = profile;
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.write"));
        if (!proposal.isDraft() || !access.mayWrite(proposal, person)) {
            event.forwardTo(ProposalNavigation.content(proposal.id()));
            return;
        }
        var asked = terms.of(proposal);
        var definition = drafts.form(asked);
        var form = forms.fill(
                definition,
                Drafts.subject(proposal.id()),
                person,
                asked.rules(),
                () -> access.mayWriteDraft(proposal.id(), person));
        var first = definition.sections().getFirst().key();
        var group = proposal.organisation();
        form.lay(
                first,
                profile.note(group, getLocale())
                        .map(Component.class::cast)
                        .orElseGet(() -> new Paragraph(profile.link(group, getLocale()))));
        form.lay(first, purpose());
        form.beside(viewpoints(asked));
        var others = new Div();
        form.beside(others(others));
        var named = new Anchor(ProposalNavigation.overview(proposal.id()), cards.title(proposal, getLocale()));
        var check = new Anchor(ProposalNavigation.submit(proposal.id()), getTranslation("proposal.write.check"));
        check.addClassNames("btn", "sm");
        var band = new Div();
        form.onSaved(() -> {
            named.setText(cards.title(proposal, getLocale()));
            goOn(proposal, form, band, check);
        });
        form.onClosed(() -> {
            band.removeAll();
            check.removeFromParent();
        });
        goOn(proposal, form, band, check);
        form.watch(() -> {
            draw(others, definition, form);
            // the call has closed meanwhile, or the group has longer
            if (check.getParent().isPresent() && check.isVisible() != accepts(proposal)) {
                goOn(proposal, form, band, check);
            }
        });
        add(
                crumbs(proposal).step(named).here(getTranslation("proposal.write")),
                new PageHead(getTranslation("proposal.write"), check, form.indicator()),
                band,
                form);
        goTo(form, event);
    }

    /** Until when it can be handed in, and the ways there; once the call has closed, that it has. */
    private void goOn(Proposal proposal, FormView form, Div band, Anchor check) {
        var open = accepts(proposal);
        band.removeAll();
        band.add(cards.band(proposal, Map.of(), true, getLocale()));
        check.setVisible(open);
        var next = open ? ProposalNavigation.submit(proposal.id()) : ProposalNavigation.content(proposal.id());
        form.afterLast(
                getTranslation(open ? "proposal.write.check" : "proposal.next.readDraft"),
                () -> UI.getCurrent().navigate(next));
    }

    private boolean accepts(Proposal proposal) {
        return terms.of(proposal).accept(arrivals.ofThisRequest());
    }

    private static void goTo(FormView form, BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("field")
                .ifPresent(field -> form.addAttachListener(attached -> form.goTo(field)));
    }

    private Component purpose() {
        var purpose = new Paragraph(getTranslation("proposal.write.purpose"));
        purpose.addClassNames("small", "mute");
        return purpose;
    }

    private Component viewpoints(Terms asked) {
        var title = new H3();
        title.add(Icon.EYE.create(), new Text(getTranslation("proposal.write.viewpoints")));
        var list = new UnorderedList();
        asked.viewpoints().forEach(viewpoint -> {
            var name = new Span(getTranslation("proposal.write.viewpoint", viewpoint.name(), viewpoint.points()));
            name.addClassName("b");
            list.add(new ListItem(new Div(name), new Text(viewpoint.question())));
        });
        var what = new Paragraph(getTranslation("proposal.write.viewpoints.what"));
        what.addClassNames("small", "mute");
        var page = new Anchor("guidelines/" + asked.call(), getTranslation("proposal.write.page"));
        page.setRouterIgnore(true);
        return new Section(title, what, list, new Paragraph(page));
    }

    private Component others(Div others) {
        var title = new H3();
        title.add(Icon.PEOPLE.create(), new Text(getTranslation("proposal.write.others")));
        return new Section(title, others);
    }

    /** Who saved something here just now; drawn anew only where it says something else. */
    private void draw(Div others, FormDefinition definition, FormView form) {
        var said =
                form.isWatched() ? writing(definition, form) : List.of(getTranslation("proposal.write.others.later"));
        if (!said.equals(
                others.getChildren().map(line -> line.getElement().getText()).toList())) {
            others.removeAll();
            said.forEach(line -> others.add(new Paragraph(line)));
        }
    }

    private List<String> writing(FormDefinition definition, FormView form) {
        var writing = writers.besides(person, definition, form.saved(), arrivals.ofThisRequest());
        return writing.isEmpty()
                ? List.of(getTranslation("proposal.write.others.none"))
                : writing.stream()
                        .map(writer -> getTranslation(
                                "proposal.write.other",
                                writer.name(),
                                writer.section(),
                                JapaneseDates.clock(writer.at())))
                        .toList();
    }
}
