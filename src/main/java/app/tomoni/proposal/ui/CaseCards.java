package app.tomoni.proposal.ui;

import app.tomoni.account.PersonId;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Proposals;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Party;
import app.tomoni.shared.ui.PartyLabel;
import app.tomoni.shared.ui.Progress;
import app.tomoni.shared.ui.StatusBand;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws a case as the group sees it: its name, the one sentence, and the one button. */
@Component
class CaseCards {

    private final Drafts drafts;
    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final Statuses statuses;
    private final Translations texts;
    private final Clock clock;

    CaseCards(
            Drafts drafts,
            Proposals proposals,
            TermsOfCalls terms,
            Statuses statuses,
            Translations texts,
            Clock clock) {
        this.drafts = drafts;
        this.proposals = proposals;
        this.terms = terms;
        this.statuses = statuses;
        this.texts = texts;
        this.clock = clock;
    }

    /** The sentences of all cases in one look-up; a draft has no case. */
    Map<CaseKey, CaseStatus> statuses(Collection<Proposal> all, PersonId person, Locale locale) {
        var keys = all.stream()
                .filter(proposal -> !proposal.isDraft())
                .map(proposal -> new CaseKey(proposal.id().value()))
                .toList();
        return keys.isEmpty() ? Map.of() : statuses.of(keys, Audience.APPLICANT, person, locale);
    }

    /** What the proposal is called, or that it has no name yet. */
    String title(Proposal proposal, Locale locale) {
        var title = drafts.title(proposal);
        return title.isEmpty() ? texts.getTranslation("proposal.untitled", locale) : title;
    }

    /** The sentence of a case, or what there is to say of a draft and of what has left our hands. */
    StatusBand band(Proposal proposal, Map<CaseKey, CaseStatus> known, Locale locale) {
        var band = new StatusBand();
        if (proposal.isDraft()) {
            var asked = terms.of(proposal);
            var until = JapaneseDates.brief(asked.closesAt(), locale);
            var open = asked.accept(clock.instant());
            var key = !open ? "proposal.draft.late" : proposal.revision() == 0 ? "proposal.draft" : "proposal.recalled";
            return band.say(
                    texts.getTranslation(key, locale, until),
                    open ? texts.getTranslation("proposal.draft.next", locale) : "",
                    open);
        }
        if (proposal.withdrawnAt().isPresent()) {
            return band.say(
                    texts.getTranslation(
                            "proposal.withdrawn",
                            locale,
                            JapaneseDates.brief(
                                    JapaneseDates.day(proposal.withdrawnAt().get()), locale)),
                    "",
                    false);
        }
        if (proposal.notSubjectAt().isPresent()) {
            return band.say(
                    texts.getTranslation(
                            "proposal.notSubject",
                            locale,
                            proposal.notSubjectReason().orElse("")),
                    "",
                    false);
        }
        var status = known.get(new CaseKey(proposal.id().value()));
        return status == null
                ? band.say(texts.getTranslation("proposal.received", locale), "", false)
                : band.say(status.now(), status.next(), status.yourTurn());
    }

    Article card(
            Proposal proposal,
            NextSteps.NextStep next,
            String group,
            Map<CaseKey, CaseStatus> known,
            Instant now,
            Locale locale) {
        var card = new Article();
        card.addClassNames("card", "case");
        var heading = new H2(new Anchor(ProposalNavigation.overview(proposal.id()), title(proposal, locale)));
        card.add(reference(proposal, locale), heading, parties(group, locale), band(proposal, known, locale));
        proposals
                .openSupplement(proposal.id())
                .ifPresent(request -> card.add(new Progress(
                        texts.getTranslation(
                                "proposal.supplement.progress",
                                locale,
                                request.points().size(),
                                request.done()),
                        request.done(),
                        request.points().size())));
        var footer =
                new Footer(ProposalPage.button(next.path(), texts.getTranslation(next.key(), locale), next.yours()));
        var due = next.due();
        if (due != null) {
            footer.add(new DueDate(due, now));
        } else {
            var nothing = new Paragraph(texts.getTranslation("proposal.card.nothing", locale));
            nothing.addClassNames("small", "mute");
            footer.add(nothing);
        }
        card.add(footer);
        return card;
    }

    Paragraph reference(Proposal proposal, Locale locale) {
        var call = terms.title(proposal.call()).orElse("");
        var reference = new Paragraph(proposal.number()
                .map(number -> texts.getTranslation("proposal.reference", locale, number, call))
                .orElseGet(() -> texts.getTranslation("proposal.reference.draft", locale, call)));
        reference.addClassNames("small", "mute");
        return reference;
    }

    private Paragraph parties(String group, Locale locale) {
        var label = new PartyLabel(Party.GROUP);
        label.setText(group);
        var parties = new Paragraph(
                label, new Text(texts.getTranslation("proposal.and", locale)), new PartyLabel(Party.CITY));
        parties.addClassNames("mate", "small");
        return parties;
    }
}
