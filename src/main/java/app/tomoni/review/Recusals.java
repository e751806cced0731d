package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.process.CaseEvents;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.proposal.ProposalId;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The four effects of a tie in one place: out of the content, out of the task, the sheet void, all on record. */
@Component
@Transactional
class Recusals {

    private final SheetRepository sheets;
    private final CasePeople people;
    private final CaseEvents events;
    private final ApplicationEventPublisher published;
    private final Clock clock;

    Recusals(
            SheetRepository sheets,
            CasePeople people,
            CaseEvents events,
            ApplicationEventPublisher published,
            Clock clock) {
        this.sheets = sheets;
        this.people = people;
        this.events = events;
        this.published = published;
        this.clock = clock;
    }

    void recuse(CallId call, ProposalId proposal, PersonId reviewer) {
        var sheet = sheets.of(proposal.value(), reviewer.value());
        if (sheet.filter(known -> known.participation() == Participation.RECUSED)
                .isPresent()) {
            return;
        }
        var voided = sheet.filter(known -> known.participation() == Participation.SCORED)
                .isPresent();
        sheet.ifPresent(known -> {
            known.recuse(clock.instant());
            sheets.save(known);
        });
        var key = new CaseKey(proposal.value());
        events.record(key, "tieDeclared", Map.of("reviewer", reviewer.toString(), "voided", voided));
        people.bar(key, reviewer);
        published.publishEvent(new TieDeclared(call, proposal, reviewer, voided));
    }
}
