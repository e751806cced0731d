package app.tomoni.call;

import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat appoints who reviews the proposals of a call, and who chairs. */
@Component
@Transactional
public class AppointPanel {

    private final Calls calls;
    private final Panels panels;
    private final Offices offices;
    private final People people;
    private final Invitations invitations;
    private final CallStaff staff;
    private final Clock clock;

    AppointPanel(
            Calls calls,
            Panels panels,
            Offices offices,
            People people,
            Invitations invitations,
            CallStaff staff,
            Clock clock) {
        this.calls = calls;
        this.panels = panels;
        this.offices = offices;
        this.people = people;
        this.invitations = invitations;
        this.staff = staff;
        this.clock = clock;
    }

    /** @throws Refusal when the person is a member already */
    public void add(CallId id, PersonId person, PersonId by) {
        var call = locked(id, by);
        if (panels.members(id).contains(person)) {
            throw new Refusal("call.panel.already");
        }
        begin(call, person, Office.REVIEWER, by);
    }

    /**
     * Lets a member in who cannot sign in yet; an invitation to this panel from before works no more.
     *
     * @return the code to be printed where no mail would arrive; none when a mail goes out
     * @throws Refusal when the person can sign in by now, or is not a member any more
     */
    public Optional<String> invite(CallId id, PersonId person, PersonId by) {
        staff.requireSecretariat(by);
        if (!panels.members(id).contains(person)
                || people.newcomers(List.of(person)).isEmpty()) {
            throw new Refusal("call.panel.noInvitation");
        }
        return invitations.anew(new Invitations.Offer(person, Office.REVIEWER, id.value(), LocalDate.now(clock), null));
    }

    /**
     * Ends the membership, and with it the chair.
     *
     * @throws Refusal when the call is no draft any more and would be left without a panel, or its panel without
     *     anybody in the chair
     */
    public void remove(CallId id, PersonId person, PersonId by) {
        var call = locked(id, by);
        if (!call.isDraft()) {
            requireOthers(id, person);
        }
        for (var office : new Office[] {Office.CHAIR, Office.ACTING_CHAIR, Office.REVIEWER}) {
            if (offices.holders(office, id.value()).contains(person)) {
                end(call, person, office, by);
            }
        }
        invitations.openOf(person).stream()
                .filter(open -> id.value().equals(open.offer().scope()))
                .forEach(open -> invitations.withdraw(open.id()));
    }

    private void requireOthers(CallId id, PersonId person) {
        if (panels.members(id).equals(List.of(person))) {
            throw new Refusal("call.panel.last");
        }
        var chairs = Stream.of(panels.chair(id), panels.actingChair(id))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (chairs.equals(List.of(person))) {
            throw new Refusal("call.panel.lastChair");
        }
    }

    /**
     * Makes a member the chair; whoever was the chair stays a member.
     *
     * @throws Refusal when the person is not a member
     */
    public void chair(CallId id, PersonId person, PersonId by) {
        replace(locked(id, by), person, Office.CHAIR, Office.ACTING_CHAIR, by);
    }

    /** Makes a member the one who takes the chair's place. */
    public void actingChair(CallId id, PersonId person, PersonId by) {
        replace(locked(id, by), person, Office.ACTING_CHAIR, Office.CHAIR, by);
    }

    private void replace(Call call, PersonId person, Office office, Office other, PersonId by) {
        if (!panels.members(call.id()).contains(person)) {
            throw new Refusal("call.panel.notMember");
        }
        if (offices.holders(office, call.id().value()).equals(List.of(person))) {
            return;
        }
        for (var former : offices.holders(office, call.id().value())) {
            end(call, former, office, by);
        }
        if (offices.holders(other, call.id().value()).contains(person)) {
            end(call, person, other, by);
        }
        begin(call, person, office, by);
    }

    private Call locked(CallId id, PersonId by) {
        staff.requireSecretariat(by);
        return calls.locked(id);
    }

    private void begin(Call call, PersonId person, Office office, PersonId by) {
        offices.appoint(person, office, call.id().value(), LocalDate.now(clock), null);
        call.panelChanged(new PanelChanged(call.id(), person, office, true, by));
        calls.save(call);
    }

    private void end(Call call, PersonId person, Office office, PersonId by) {
        offices.end(person, office, call.id().value());
        call.panelChanged(new PanelChanged(call.id(), person, office, false, by));
        calls.save(call);
    }
}
