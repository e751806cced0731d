package app.tomoni.organisation;

import app.tomoni.account.Holding;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who acts for which group. Asked anew each time, so that who is removed is out at once. */
@Component
@Transactional
public class Memberships {

    /** From the one who may do everything down to the one who reads. */
    static final List<Office> OFFICES = List.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER);

    private final Offices offices;
    private final People people;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Clock clock;

    Memberships(Offices offices, People people, Organisations organisations, Invitations invitations, Clock clock) {
        this.offices = offices;
        this.people = people;
        this.organisations = organisations;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Representatives first, each person once with the most that they may do. */
    @Transactional(readOnly = true)
    public List<Member> of(OrganisationId organisation) {
        var held = new LinkedHashMap<PersonId, Office>();
        for (var office : OFFICES) {
            offices.holders(office, organisation.value()).forEach(person -> held.putIfAbsent(person, office));
        }
        var names = people.names(held.keySet());
        var members = new ArrayList<Member>();
        var closed = people.closed(held.keySet());
        var newcomers = people.newcomers(held.keySet());
        held.forEach((person, office) -> members.add(new Member(
                person, names.getOrDefault(person, ""), office, closed.contains(person), newcomers.contains(person))));
        return List.copyOf(members);
    }

    /** The groups a person acts for, in the order of their readings. */
    @Transactional(readOnly = true)
    public List<Organisation> organisationsOf(PersonId person) {
        return organisationsOf(List.of(person)).getOrDefault(person, List.of());
    }

    /** The same of many people in two look-ups; who acts for no group is not named. */
    @Transactional(readOnly = true)
    public Map<PersonId, List<Organisation>> organisationsOf(Collection<PersonId> people) {
        var groups = new HashMap<PersonId, Set<UUID>>();
        offices.heldBy(people)
                .forEach((person, held) -> held.stream()
                        .filter(holding -> holding.office().ofGroup())
                        .map(Holding::scope)
                        .filter(Objects::nonNull)
                        .forEach(group -> groups.computeIfAbsent(person, one -> new HashSet<>())
                                .add(group)));
        var known = organisations
                .findByIdIn(
                        groups.values().stream().flatMap(Set::stream).distinct().toList())
                .stream()
                .sorted(Comparator.comparing(Organisation::nameKana).thenComparing(Organisation::name))
                .toList();
        var found = new HashMap<PersonId, List<Organisation>>();
        groups.forEach((person, ids) -> found.put(
                person,
                known.stream().filter(group -> ids.contains(group.id().value())).toList()));
        return found;
    }

    /** The most that the person may do for the group now. */
    @Transactional(readOnly = true)
    public Optional<Office> office(PersonId person, OrganisationId organisation) {
        return Optional.ofNullable(offices(person).get(organisation));
    }

    /** The most that the person may do now for each group they act for. */
    @Transactional(readOnly = true)
    public Map<OrganisationId, Office> offices(PersonId person) {
        var held = new HashMap<OrganisationId, Office>();
        for (var holding : offices.heldBy(person)) {
            if (holding.office().ofGroup() && holding.scope() != null) {
                held.merge(
                        new OrganisationId(holding.scope()),
                        holding.office(),
                        (one, other) -> OFFICES.indexOf(one) < OFFICES.indexOf(other) ? one : other);
            }
        }
        return held;
    }

    /** Whether this office writes for its group. */
    public static boolean edits(@Nullable Office office) {
        return represents(office) || office == Office.GROUP_EDITOR;
    }

    /** Whether this office acts for its group in everything. */
    public static boolean represents(@Nullable Office office) {
        return office == Office.GROUP_REPRESENTATIVE;
    }

    public boolean mayRead(PersonId person, OrganisationId organisation) {
        return office(person, organisation).isPresent();
    }

    public boolean mayEdit(PersonId person, OrganisationId organisation) {
        return edits(offices(person).get(organisation));
    }

    public boolean mayRepresent(PersonId person, OrganisationId organisation) {
        return represents(offices(person).get(organisation));
    }

    /** The names of these groups in one look-up; what is not there has no name. */
    @Transactional(readOnly = true)
    public Map<OrganisationId, String> names(Collection<OrganisationId> ids) {
        var names = new HashMap<OrganisationId, String>();
        if (!ids.isEmpty()) {
            organisations
                    .findByIdIn(ids.stream().map(OrganisationId::value).toList())
                    .forEach(organisation -> names.put(organisation.id(), organisation.name()));
        }
        return names;
    }

    /**
     * Changes what a person may do for the group.
     *
     * @param seen what they could do when this was chosen
     * @throws Refusal when who does this does not represent the group, or the person has been removed or changed since
     */
    public void change(OrganisationId organisation, PersonId person, Office seen, Office office, PersonId by) {
        if (!office.ofGroup()) {
            throw new IllegalArgumentException(office + " is not an office of a group");
        }
        var group = lockedFor(by, organisation);
        if (present(organisation, person) != seen) {
            throw new Refusal("organisation.member.other");
        }
        appoint(group, person, office);
    }

    /** Makes a representative of somebody of whom a letter or a document has shown it. */
    void tie(OrganisationId organisation, PersonId person) {
        appoint(locked(organisation), person, Office.GROUP_REPRESENTATIVE);
    }

    private void appoint(Organisation group, PersonId person, Office office) {
        var organisation = group.id();
        var before = office(person, organisation);
        if (before.filter(office::equals).isPresent()) {
            return;
        }
        if (before.isPresent()) {
            keepsRepresentative(organisation, person, before.get());
            end(organisation, person);
        }
        offices.appoint(person, office, organisation.value(), LocalDate.now(clock), null);
    }

    /**
     * Ends what a person may do for the group, at once, and what an invitation not accepted yet would let them do.
     *
     * @throws Refusal when who does this does not represent the group, or nobody would any more
     */
    public void remove(OrganisationId organisation, PersonId person, PersonId by) {
        var group = lockedFor(by, organisation);
        keepsRepresentative(organisation, person, present(organisation, person));
        end(organisation, person);
        invitations.openFor(organisation.value()).stream()
                .filter(open -> open.offer().person().equals(person))
                .forEach(open -> invitations.withdraw(open.id()));
        group.removed(person, by);
        organisations.save(group);
    }

    private Office present(OrganisationId organisation, PersonId person) {
        return office(person, organisation).orElseThrow(() -> new Refusal("organisation.member.gone"));
    }

    private void end(OrganisationId organisation, PersonId person) {
        OFFICES.forEach(office -> offices.end(person, office, organisation.value()));
    }

    private void keepsRepresentative(OrganisationId organisation, PersonId person, Office before) {
        var others = offices.activeHolders(Office.GROUP_REPRESENTATIVE, organisation.value()).stream()
                .filter(holder -> !holder.equals(person))
                .findAny();
        if (before == Office.GROUP_REPRESENTATIVE && others.isEmpty()) {
            throw new Refusal("organisation.member.lastRepresentative");
        }
    }

    /** The group, for somebody who represents it; of two who remove each other only the first still does. */
    private Organisation lockedFor(PersonId by, OrganisationId organisation) {
        var group = locked(organisation);
        if (!mayRepresent(by, organisation)) {
            throw new Refusal("organisation.notForYou");
        }
        return group;
    }

    private Organisation locked(OrganisationId organisation) {
        return organisations.locked(organisation.value()).orElseThrow();
    }
}
