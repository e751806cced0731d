package app.tomoni.proposal.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.form.Answers;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.FormWords;
import app.tomoni.form.Section;
import app.tomoni.form.ui.FormViews;
import app.tomoni.form.ui.Unsent;
import app.tomoni.organisation.Member;
import app.tomoni.organisation.Memberships;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.SubmitProposal;
import app.tomoni.proposal.Terms;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** every answer once more, what is still missing with links to it, what submitting means, and the one button. */
@Route("proposals/:proposal/submit")
@ForOffices({Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER})
@StyleSheet("context://tomoni/proposal.css")
class SubmitView extends ProposalPage {

    private final SubmitProposal submit;
    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final Memberships memberships;
    private final ProfileFindings profile;
    private final FormViews forms;
    private final FormWords words;
    private final Arrivals arrivals;
    private final Translations translations;
    private final Div said = new Div();
    private final Div checked = new Div();
    /** What the page shows, and so what its reader means to hand in. */
    private Answers read = Answers.NONE;
    /** What the person has typed and this page does not show; there is none for those who only read. */
    private @Nullable Unsent unsent;

    SubmitView(
            Access access,
            SignedIn signedIn,
            SubmitProposal submit,
            Drafts drafts,
            TermsOfCalls terms,
            Memberships memberships,
            ProfileFindings profile,
            FormViews forms,
            FormWords words,
            Arrivals arrivals,
            Translations translations) {
        super(access, signedIn);
        this.submit = submit;
        this.drafts = drafts;
        this.terms = terms;
        this.memberships = memberships;
        this.profile = profile;
        this.forms = forms;
        this.words = words;
        this.arrivals = arrivals;
        this.translations = translations;
        checked.addClassName("stack");
    }

    @Override
    protected void show(Proposal proposal, RouteParameters parameters, BeforeEnterEvent event) {
        title(getTranslation("proposal.submit"));
        if (!proposal.isDraft()) {
            event.forwardTo(ProposalNavigation.receipt(proposal.id()));
            return;
        }
        var named = drafts.title(proposal);
        unsent = access.mayWrite(proposal, person) ? unsent(proposal) : null;
        draw(proposal);
        add(
                crumbs(
                        proposal,
                        named.isEmpty() ? getTranslation("proposal.untitled") : named,
                        getTranslation("proposal.submit")),
                new PageHead(getTranslation("proposal.submit")),
                said);
        if (unsent != null) {
            add(unsent);
        }
        add(checked);
    }

    private Unsent unsent(Proposal proposal) {
        return forms.unsent(
                drafts.form(proposal),
                Drafts.subject(proposal.id()),
                person,
                terms.of(proposal).rules(),
                () -> access.mayWriteDraft(proposal.id(), person),
                () -> draw(proposal));
    }

    private List<FieldError> open() {
        return unsent == null ? List.of() : unsent.open();
    }

    /** What would be handed in now, and what is still missing; colleagues may be writing meanwhile. */
    private void draw(Proposal proposal) {
        var form = drafts.form(proposal);
        var answers = drafts.answers(proposal);
        var asked = terms.of(proposal);
        var accepted = asked.accept(arrivals.ofThisRequest());
        read = answers;
        checked.removeAll();
        checked.add(
                accepted
                        ? summary(
                                proposal,
                                form,
                                Stream.concat(open().stream(), drafts.errors(proposal).stream())
                                        .toList())
                        : closed(asked));
        form.sections().stream()
                .filter(answers::shows)
                .forEach(section -> checked.add(
                        part(form, section, answers, proposal, accepted && access.mayWrite(proposal, person))));
        if (accepted) {
            if (asked.late()) {
                checked.addComponentAsFirst(late(asked));
            }
            if (unsent != null) {
                unsent.others().forEach(other -> checked.add(new Note(Note.Kind.WARN, other)));
            }
            checked.add(act(proposal, asked));
        }
    }

    /** The group has longer than the others. */
    private Note late(Terms asked) {
        return new Note(
                Note.Kind.INFO,
                getTranslation(
                        "proposal.late",
                        JapaneseDates.brief(asked.closesForAll(), getLocale()),
                        getTranslation("proposal.submit.until", JapaneseDates.brief(asked.closesAt(), getLocale()))));
    }

    /** Nothing can be put right any more: the closing is said alone. */
    private Note closed(Terms asked) {
        return new Note(
                Note.Kind.INFO,
                getTranslation("proposal.refusal.closed", JapaneseDates.brief(asked.closesAt(), getLocale())));
    }

    private Component part(
            FormDefinition form, Section section, Answers answers, Proposal proposal, boolean mayChange) {
        var change = new Anchor(
                ProposalNavigation.write(proposal.id(), section.key()),
                getTranslation("proposal.submit.change", section.title()));
        var line = new Paragraph(change);
        line.addClassName("small");
        line.setVisible(mayChange);
        var only = new FormDefinition(form.id(), List.of(section));
        return new Card(
                forms.read(only, answers, field -> true, getLocale(), () -> access.mayRead(proposal.id(), person)),
                line);
    }

    /** What keeps the proposal from being handed in, each with a link to its place. */
    private Component summary(Proposal proposal, FormDefinition form, List<FieldError> errors) {
        var lines = new UnorderedList();
        profile.count(proposal.organisation())
                .ifPresent(count -> lines.add(
                        new ListItem(new Anchor("organisation", getTranslation("proposal.submit.profile", count)))));
        errors.forEach(error -> lines.add(
                new ListItem(new Anchor(place(proposal, form, error.field()), words.of(error, getLocale())))));
        var count = (int) lines.getChildren().count();
        if (count == 0) {
            var handsIn = access.mayHandIn(proposal, person);
            return new Note(
                    Note.Kind.OK, getTranslation(handsIn ? "proposal.submit.ready" : "proposal.submit.complete"));
        }
        var summary = new Div(new H2(getTranslation("shared.errors", count)), lines);
        summary.addClassName("summary");
        summary.getElement().setAttribute("role", "alert");
        summary.getElement().setAttribute("tabindex", "-1");
        return summary;
    }

    private static String place(Proposal proposal, FormDefinition form, String field) {
        var section = form.sections().stream()
                .filter(each -> each.fields().anyMatch(one -> one.key().equals(field)))
                .map(Section::key)
                .findFirst()
                .orElse("");
        return ProposalNavigation.write(proposal.id(), section, field);
    }

    private Component act(Proposal proposal, Terms asked) {
        var until = JapaneseDates.brief(asked.closesAt(), getLocale());
        var back = button(ProposalNavigation.write(proposal.id()), getTranslation("proposal.submit.back"), false);
        var means = new UnorderedList(
                new ListItem(getTranslation("proposal.submit.means.check")),
                new ListItem(getTranslation("proposal.submit.means.recall", until)),
                new ListItem(getTranslation("proposal.submit.means.receipt")),
                new ListItem(getTranslation("proposal.submit.means.public")));
        means.addClassName("bulleted");
        var card = new Card(getTranslation("proposal.submit.means"), means);
        if (access.mayHandIn(proposal, person)) {
            var line = new Div(Buttons.primary(getTranslation("proposal.submit.do"), click -> submit(proposal)), back);
            line.addClassName("row");
            card.add(new Paragraph(getTranslation("proposal.submit.represent")), line);
        } else {
            card.add(
                    new Note(
                            Note.Kind.INFO,
                            getTranslation(
                                    access.mayWrite(proposal, person)
                                            ? "proposal.submit.representative"
                                            : "proposal.submit.reader",
                                    representatives(proposal))),
                    back);
        }
        return card;
    }

    private List<String> representatives(Proposal proposal) {
        return memberships.of(proposal.organisation()).stream()
                .filter(member -> member.office() == Office.GROUP_REPRESENTATIVE)
                .map(Member::name)
                .toList();
    }

    private void submit(Proposal proposal) {
        said.removeAll();
        try {
            if (!open().isEmpty()) {
                throw new Refusal("proposal.refusal.unsent");
            }
            submit.submit(proposal.id(), person, arrivals.ofThisRequest(), read);
            UI.getCurrent().navigate(ProposalNavigation.receipt(proposal.id()));
        } catch (Refusal refusal) {
            draw(proposal);
            if (refusal.messageKey().equals("proposal.refusal.closed")) { // which the page says by now
                said.getElement().executeJs("this.scrollIntoView({block: 'center'})");
            } else {
                var note = new Note(Note.Kind.ERROR, translations.of(refusal, getLocale()));
                said.add(note);
                note.lead();
            }
        }
    }
}
