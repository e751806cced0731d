package app.tomoni.proposal.ui;

import app.tomoni.account.City;
import app.tomoni.account.PersonId;
import app.tomoni.call.ExtendCall;
import app.tomoni.call.Timetable;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.Drafts;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Terms;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a case as the group sees it: its name, the one sentence, and the one button. */
@Component
class CaseCards {

    private final Drafts drafts;
    private final TermsOfCalls terms;
    private final Statuses statuses;
    private final Timetable timetable;
    private final ExtendCall late;
    private final City city;
    private final Translations texts;
    private final Clock clock;

    CaseCards(
            Drafts drafts,
            TermsOfCalls terms,
            Statuses statuses,
            Timetable timetable,
            ExtendCall late,
            City city,
            Translations texts,
            Clock clock) {
        this.drafts = drafts;
        this.terms = terms;
        this.statuses = statuses;
        this.timetable = timetable;
        this.late = late;
        this.city = city;
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
        return named(drafts.title(proposal), locale);
    }

    /** The same of what has been read already. */
    String title(GroupCase known, Locale locale) {
        return named(known.title(), locale);
    }

    private String named(String title, Locale locale) {
        return title.isEmpty() ? texts.getTranslation("proposal.untitled", locale) : title;
    }

    /**
     * The sentence of a case, or what there is to say of a draft and of what has left our hands.
     *
     * @param mayWrite whether the reader may write at the draft, which waits for nobody else
     */
    StatusBand band(Proposal proposal, Map<CaseKey, CaseStatus> known, boolean mayWrite, Locale locale) {
        return proposal.isDraft()
                ? draft(proposal, terms.of(proposal), mayWrite, locale)
                : band(proposal, known.get(new CaseKey(proposal.id().value())), locale);
    }

    private StatusBand draft(Proposal proposal, Terms asked, boolean mayWrite, Locale locale) {
        if (!asked.accept(clock.instant())) {
            return closed(proposal, asked, locale);
        }
        var key = proposal.revision() == 0 ? "proposal.draft" : "proposal.recalled";
        var said = texts.getTranslation(key, locale, JapaneseDates.brief(asked.closesAt(), locale));
        return new StatusBand()
                .say(
                        asked.late()
                                ? texts.getTranslation(
                                        "proposal.late",
                                        locale,
                                        JapaneseDates.brief(asked.closesForAll(), locale),
                                        said)
                                : said,
                        texts.getTranslation("proposal.draft.next", locale),
                        mayWrite);
    }

    /** Whom to tell of a reason and what may follow, while it can still help. */
    private StatusBand closed(Proposal proposal, Terms asked, Locale locale) {
        var until = JapaneseDates.brief(asked.closesAt(), locale);
        if (late.tooLateForOne(proposal.call()).isPresent()) {
            var key = timetable.isOver(proposal.call()) ? "proposal.draft.over" : "proposal.draft.scored";
            return new StatusBand().say(texts.getTranslation(key, locale, until), "", false);
        }
        var contact = city.contact(locale);
        return new StatusBand()
                .say(
                        texts.getTranslation(
                                "proposal.draft.late",
                                locale,
                                until,
                                contact.isEmpty()
                                        ? texts.getTranslation("process.office.SECRETARIAT", locale)
                                        : contact),
                        texts.getTranslation("proposal.draft.late.next", locale),
                        false);
    }

    private StatusBand band(Proposal proposal, @Nullable CaseStatus status, Locale locale) {
        var band = new StatusBand();
        if (proposal.withdrawnAt().isPresent()) {
            return band.over(withdrawn(proposal.withdrawnAt().get(), locale), "");
        }
        if (proposal.notSubjectAt().isPresent()) {
            return band.over(
                    texts.getTranslation(
                            "proposal.notSubject",
                            locale,
                            proposal.notSubjectReason().orElse("")),
                    "");
        }
        if (status == null) {
            return band.say(texts.getTranslation("proposal.received", locale), "", false);
        }
        return status.ended()
                ? band.over(status.now(), status.next())
                : band.say(status.now(), status.next(), status.yourTurn());
    }

    private String withdrawn(Instant at, Locale locale) {
        return texts.getTranslation("proposal.withdrawn", locale, JapaneseDates.brief(JapaneseDates.day(at), locale));
    }

    /** How a case that lies behind the group has ended, and where more can be read. */
    String end(Proposal proposal, @Nullable CaseStatus status, Locale locale) {
        if (proposal.withdrawnAt().isPresent()) {
            return withdrawn(proposal.withdrawnAt().get(), locale);
        }
        if (proposal.notSubjectAt().isPresent()) {
            return texts.getTranslation("proposal.notSubject.where", locale);
        }
        return status == null
                ? ""
                : texts.getTranslation("shared.status.over.how", locale, status.now(), status.next());
    }

    /** @param first whether its step is the most urgent one of the page, which has the dark button */
    Article card(
            GroupCase known,
            NextSteps.NextStep next,
            String group,
            @Nullable CaseStatus status,
            boolean first,
            Instant now,
            Locale locale) {
        var proposal = known.proposal();
        var card = new Article();
        card.addClassNames("card", "case");
        var heading = new H2(new Anchor(ProposalNavigation.overview(proposal.id()), title(known, locale)));
        card.add(
                reference(proposal, known.terms().title(), locale),
                heading,
                parties(group, locale),
                proposal.isDraft()
                        ? draft(proposal, known.terms(), known.mayWrite(), locale)
                        : band(proposal, status, locale));
        known.supplement()
                .ifPresent(request -> card.add(new Progress(
                        texts.getTranslation(
                                "proposal.supplement.progress",
                                locale,
                                request.points().size(),
                                request.done()),
                        request.done(),
                        request.points().size())));
        var footer = new Footer(ProposalPage.button(next.path(), texts.getTranslation(next.key(), locale), first));
        var due = next.due();
        if (due != null) {
            footer.add(new DueDate(due, now));
        } else if (!next.yours()) {
            var nothing = new Paragraph(texts.getTranslation("proposal.card.nothing", locale));
            nothing.addClassNames("small", "mute");
            footer.add(nothing);
        }
        card.add(footer);
        return card;
    }

    Paragraph reference(Proposal proposal, Locale locale) {
        return reference(proposal, terms.title(proposal.call()).orElse(""), locale);
    }

    private Paragraph reference(Proposal proposal, String call, Locale locale) {
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
