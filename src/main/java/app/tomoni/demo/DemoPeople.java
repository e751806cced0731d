package app.tomoni.demo;

import app.tomoni.account.Account;
import app.tomoni.account.City;
import app.tomoni.account.DemoAccounts;
import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.notice.Notices;
import app.tomoni.organisation.EditProfile;
import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.ProfileField;
import app.tomoni.organisation.RegisterOrganisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The people and groups of the fictional city, and who of them acts at the moment. */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoPeople {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

    private final People people;
    private final Offices offices;
    private final Departments departments;
    private final City city;
    private final DemoAccounts accounts;
    private final RegisterOrganisation register;
    private final EditProfile profile;
    private final LetterChoices letters;
    private final Notices notices;
    private final Map<String, PersonId> known = new HashMap<>();
    private final Map<String, OrganisationId> groups = new HashMap<>();
    private final List<String> reviewers = new ArrayList<>();

    DemoPeople(
            People people,
            Offices offices,
            Departments departments,
            City city,
            DemoAccounts accounts,
            RegisterOrganisation register,
            EditProfile profile,
            LetterChoices letters,
            Notices notices) {
        this.people = people;
        this.offices = offices;
        this.departments = departments;
        this.city = city;
        this.accounts = accounts;
        this.register = register;
        this.profile = profile;
        this.letters = letters;
        this.notices = notices;
    }

    void settle(JsonNode texts) {
        var names = texts.path("city");
        city.rename(new City.Names(
                text(names, "name"),
                text(names, "programme"),
                text(names, "secretariat"),
                text(names, "phone"),
                city.names().letterSymbol()));
        var departmentIds = new HashMap<String, UUID>();
        texts.path("departments")
                .forEach(one ->
                        departmentIds.put(text(one, "key"), departments.add(text(one, "name"), text(one, "kana"))));
        texts.path("people").forEach(person -> move(person, departmentIds));
        texts.path("groups").forEach(this::found);
    }

    private void move(JsonNode person, Map<String, UUID> departmentIds) {
        var id = people.add(text(person, "name"), text(person, "kana"), null);
        var office = Office.valueOf(text(person, "office"));
        switch (office.scope()) {
            case CITY -> offices.appoint(id, office, null, LONG_AGO, null);
            case DEPARTMENT ->
                offices.appoint(id, office, departmentIds.get(text(person, "department")), LONG_AGO, null);
            case CALL, ORGANISATION -> reviewers.add(text(person, "key"));
        }
        know(text(person, "key"), id, text(person, "label"));
    }

    private void found(JsonNode group) {
        var representative = people.add(
                text(group, "person"),
                text(group, "personKana"),
                group.path("mail").asString(null));
        var id = register.register(text(group, "name"), text(group, "kana"), person("secretariat"));
        offices.appoint(representative, Office.GROUP_REPRESENTATIVE, id.value(), LONG_AGO, null);
        groups.put(text(group, "key"), id);
        var answers = new HashMap<ProfileField, String>(Map.of(
                ProfileField.TYPE, "voluntary",
                ProfileField.FOUNDED_ON, "2015-04-01",
                ProfileField.POSTAL_CODE, "100-0001",
                ProfileField.PHONE, "03-0000-0000",
                ProfileField.MEMBER_COUNT, "12",
                ProfileField.CITY_MEMBER_COUNT, "10",
                ProfileField.OPEN_MEMBERSHIP, "open"));
        answers.put(ProfileField.REPRESENTATIVE_NAME, text(group, "person"));
        answers.put(ProfileField.REPRESENTATIVE_KANA, text(group, "personKana"));
        answers.put(ProfileField.CONTACT_NAME, text(group, "person"));
        answers.put(ProfileField.FIELDS, text(group, "field"));
        answers.put(ProfileField.PURPOSE, text(group, "purpose"));
        answers.put(ProfileField.ACTIVITIES, text(group, "purpose"));
        answers.put(ProfileField.TRACK_RECORD, text(group, "purpose"));
        var city = this.city.names().name();
        answers.put(ProfileField.ADDRESS, city);
        answers.put(ProfileField.AREA, city);
        answers.put(ProfileField.REPRESENTATIVE_TITLE, text(group, "title"));
        answers.forEach((field, value) -> profile.keep(id, field, value, 0, representative));
        if (group.path("lettersByMail").asBoolean()) {
            letters.choose(id, true, representative);
        }
        know(text(group, "key"), representative, text(group, "label"));
        group.path("members").forEach(member -> join(id, member));
    }

    private void join(OrganisationId group, JsonNode member) {
        var id = people.add(text(member, "name"), text(member, "kana"), null);
        offices.appoint(id, Office.valueOf(text(member, "office")), group.value(), LONG_AGO, null);
        know(text(member, "key"), id, text(member, "label"));
    }

    private void know(String key, PersonId id, String label) {
        known.put(key, id);
        if (!label.isEmpty()) {
            accounts.add(key, id, label);
        }
    }

    PersonId person(String key) {
        return Objects.requireNonNull(known.get(key), key);
    }

    OrganisationId group(String key) {
        return Objects.requireNonNull(groups.get(key), key);
    }

    /** Everybody has read what they were told up to then. */
    void haveRead(Instant until) {
        known.values().forEach(person -> notices.readAll(person, until));
    }

    String cityName() {
        return city.names().name();
    }

    /** The members of the panel, the chair first. */
    List<PersonId> panel() {
        return reviewers.stream().map(this::person).toList();
    }

    /** The member who takes the chair's place when the chair is prevented. */
    PersonId actingChair() {
        return person("reviewer2");
    }

    /** Does something in that person's name. */
    void as(PersonId person, Runnable act) {
        as(person, () -> {
            act.run();
            return person;
        });
    }

    <T> T as(PersonId person, Supplier<T> act) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(new Account(person), null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
