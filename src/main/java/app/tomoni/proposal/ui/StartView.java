package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.StartProposal;
import app.tomoni.proposal.Terms;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Chooses the call that a new proposal is for. */
@Route("proposals/new/:call?")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class StartView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Memberships memberships;
    private final TermsOfCalls terms;
    private final StartProposal start;
    private final Drafts drafts;
    private final Proposals proposals;
    private final CaseCards cards;
    private final ProfileFindings profile;
    private final Translations translations;
    private final Clock clock;
    private final PersonId person;
    private final Div said = new Div();

    StartView(
            SignedIn signedIn,
            Memberships memberships,
            TermsOfCalls terms,
            StartProposal start,
            Drafts drafts,
            Proposals proposals,
            CaseCards cards,
            ProfileFindings profile,
            Translations translations,
            Clock clock) {
        this.memberships = memberships;
        this.terms = terms;
        this.start = start;
        this.drafts = drafts;
        this.proposals = proposals;
        this.cards = cards;
        this.profile = profile;
        this.translations = translations;
        this.clock = clock;
        this.person = signedIn.person();
        addClassNames("stack", "proposal");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var wanted = event.getRouteParameters().get("call");
        add(
                new Crumbs()
                        .step(getTranslation("proposal.home"), ProposalNavigation.ofGroup())
                        .here(getTranslation("proposal.start")),
                new PageHead(getTranslation("proposal.start")),
                said);
        var groups = memberships.organisationsOf(person).stream()
                .filter(group -> memberships.mayEdit(person, group.id()))
                .toList();
        if (groups.isEmpty()) {
            add(
                    new Note(Note.Kind.INFO, getTranslation("proposal.start.reader")),
                    ProposalPage.button(ProposalPage.CALLS, getTranslation("proposal.start.calls"), false));
            return;
        }
        var open = terms.open(groups.stream().map(Organisation::id).toList());
        var offers = groups.stream()
                .map(group -> new Offers(
                        group,
                        open.getOrDefault(group.id(), List.of()).stream()
                                .filter(call -> wanted.isEmpty()
                                        || wanted.get()
                                                .equals(call.call().value().toString()))
                                .toList()))
                .toList();
        var possible = offers.stream().filter(each -> !each.calls().isEmpty()).toList();
        if (possible.isEmpty()) {
            add(nothing());
        } else if (groups.size() == 1) {
            offer(possible.getFirst(), this);
        } else {
            choose(possible);
        }
    }

    private record Offers(Organisation group, List<Terms> calls) {}

    private EmptyState nothing() {
        return new EmptyState(
                getTranslation("proposal.start.none.head"),
                terms.next()
                        .map(next -> getTranslation(
                                "proposal.start.later", next.title(), JapaneseDates.brief(next.opensAt(), getLocale())))
                        .orElseGet(() -> getTranslation("proposal.start.none")),
                ProposalPage.button(ProposalNavigation.ofGroup(), getTranslation("proposal.toHome"), false));
    }

    /** Who writes for several groups says first for which one. */
    private void choose(List<Offers> possible) {
        var which = new RadioButtonGroup<Offers>();
        which.setId("group");
        which.setLabel(getTranslation("proposal.start.which"));
        which.setItems(possible);
        which.setItemLabelGenerator(each -> each.group().name());
        which.addThemeName("vertical");
        var offered = new Div();
        offered.addClassName("stack");
        which.addValueChangeListener(chosen -> {
            said.removeAll();
            offered.removeAll();
            offer(chosen.getValue(), offered);
        });
        add(new Card(which), offered);
        if (possible.size() == 1) {
            which.setValue(possible.getFirst());
        }
    }

    private void offer(Offers each, HasComponents where) {
        profile.note(each.group(), getLocale()).ifPresent(where::add);
        each.calls().forEach(call -> where.add(card(each.group(), each.calls().size() == 1, call)));
    }

    private Component card(Organisation group, boolean only, Terms call) {
        var rule = call.rules().budget();
        var facts = new Facts().fact(getTranslation("proposal.closing"), closing(call));
        if (rule != null) {
            facts.fact(
                            getTranslation("proposal.rate"),
                            getTranslation("proposal.rate.of", rule.rateDenominator(), rule.rateNumerator()))
                    .fact(
                            getTranslation("proposal.ceiling"),
                            getTranslation("shared.yen", rule.ceiling().amount()));
        }
        var card = new Card(call.title(), facts);
        card.add(new Paragraph(getTranslation("proposal.start.for", group.name())));
        card.add(documents(call), new Paragraph(getTranslation("proposal.start.what")));
        var before = proposals.ofOrganisation(group.id()).stream()
                .filter(proposal -> proposal.call().equals(call.call()) && !proposal.isOver())
                .toList();
        if (!before.isEmpty()) {
            card.add(another(before));
        }
        var begin = getTranslation(before.isEmpty() ? "proposal.start.begin" : "proposal.start.another.begin");
        card.add(
                only && before.isEmpty()
                        ? Buttons.primary(begin, click -> begin(group, call))
                        : Buttons.secondary(begin, click -> begin(group, call)));
        return card;
    }

    private Component closing(Terms call) {
        var due = new DueDate(call.closesAt(), clock.instant());
        if (!call.late()) {
            return due;
        }
        var others = new Paragraph(
                getTranslation("proposal.closing.others", JapaneseDates.brief(call.closesForAll(), getLocale())));
        others.addClassName("small");
        return new Div(due, others);
    }

    /** That a second one may be of no use is known before it is written. */
    private Component another(List<Proposal> before) {
        var links = before.stream()
                .map(proposal -> new ListItem(
                        new Anchor(ProposalNavigation.overview(proposal.id()), cards.title(proposal, getLocale()))))
                .toArray(ListItem[]::new);
        return new Note(
                Note.Kind.WARN, new Paragraph(getTranslation("proposal.start.another")), new UnorderedList(links));
    }

    /** What takes time to get ready is known before the writing begins. */
    private Component documents(Terms call) {
        var list = new UnorderedList();
        list.addClassName("bulleted");
        drafts.form(call).attachments().forEach(asked -> {
            var name = new Span(asked.label());
            name.addClassName("b");
            list.add(new ListItem(name, new Div(Objects.requireNonNullElse(asked.hint(), ""))));
        });
        var page = new Anchor("guidelines/" + call.call(), getTranslation("proposal.start.page"));
        page.setRouterIgnore(true);
        var box = new Div(new H3(getTranslation("proposal.start.documents")), list, new Paragraph(page));
        box.addClassName("stack");
        return box;
    }

    private void begin(Organisation group, Terms call) {
        try {
            var id = start.start(call.call(), group.id(), person);
            UI.getCurrent().navigate(ProposalNavigation.write(id));
        } catch (Refusal refusal) {
            said.removeAll();
            said.add(new Note(Note.Kind.ERROR, translations.of(refusal, getLocale())));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("proposal.start");
    }
}
