package app.tomoni.organisation;

import app.tomoni.account.PersonId;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.JapaneseText;
import app.tomoni.shared.Json;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group that proposes projects: its name and its profile, written once and used by every proposal.
 *
 * <p>Answers are kept as typed, right or not, so that nothing is lost; {@link #findings} says what is still to be done.
 */
@Entity
@Table(name = "organisation")
public class Organisation extends AbstractAggregateRoot<Organisation> {

    private static final int LONGEST_ANSWER = 20_000;

    @Id
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "search", insertable = false, updatable = false)
    private @Nullable String search;

    @Column(name = "name_kana")
    private String nameKana;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private UUID addedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_answer", joinColumns = @JoinColumn(name = "organisation_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @BatchSize(size = 50)
    private Map<ProfileField, ProfileAnswer> answers = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_consent", joinColumns = @JoinColumn(name = "organisation_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "published")
    @BatchSize(size = 50)
    private Map<ProfileField, Boolean> consents = new HashMap<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Organisation() {}

    private Organisation(OrganisationId id, String name, String kana, Instant now, PersonId by) {
        this.id = id.value();
        this.addedAt = now;
        this.addedBy = by.value();
        this.name = JapaneseText.line(name);
        this.nameKana = JapaneseText.sortKey(kana);
        answers.put(ProfileField.NAME, new ProfileAnswer(this.name, 1, now, by));
        answers.put(ProfileField.NAME_KANA, new ProfileAnswer(JapaneseText.line(kana), 1, now, by));
    }

    /** @throws Refusal when the name or its reading is missing or cannot be one */
    public static Organisation register(String name, String kana, Instant now, PersonId by) {
        for (var field : List.of(ProfileField.NAME, ProfileField.NAME_KANA)) {
            var typed = JapaneseText.line(field == ProfileField.NAME ? name : kana);
            if (typed.isEmpty()) {
                throw new Refusal("organisation.finding.required." + field.key());
            }
            ProfileRules.check(field, typed, LocalDate.EPOCH).ifPresent(finding -> {
                throw new Refusal("organisation.finding.invalid." + field.key());
            });
        }
        return new Organisation(OrganisationId.next(), name, kana, now, by);
    }

    public OrganisationId id() {
        return new OrganisationId(id);
    }

    public String name() {
        return name;
    }

    /** Katakana, for sorting. */
    public String nameKana() {
        return nameKana;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public PersonId addedBy() {
        return new PersonId(addedBy);
    }

    /** The answer as typed, with its version; none where nothing has been typed yet. */
    public Optional<ProfileAnswer> answer(ProfileField field) {
        return Optional.ofNullable(answers.get(field));
    }

    /** The answer as it is printed in lists and letters; empty where nothing has been typed yet. */
    public String written(ProfileField field) {
        return answer(field)
                .map(answer -> ProfileRules.written(field, answer.value()))
                .orElse("");
    }

    /** The chosen keys of a field with choices. */
    public List<String> chosen(ProfileField field) {
        return answer(field).map(answer -> ProfileRules.chosen(answer.value())).orElse(List.of());
    }

    /** The number in a field, where one has been typed. */
    public Optional<Long> number(ProfileField field) {
        return answer(field).flatMap(answer -> ProfileRules.number(answer.value()));
    }

    public Optional<LocalDate> foundedOn() {
        return answer(ProfileField.FOUNDED_ON).flatMap(answer -> JapaneseDates.kept(answer.value()));
    }

    /** Whether everyone may see the field. */
    public boolean published(ProfileField field) {
        return switch (field.showing()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case USUALLY -> consents.getOrDefault(field, true);
            case ON_CONSENT -> consents.getOrDefault(field, false);
        };
    }

    /** The group says whether a field of its own choice is published. */
    void publish(ProfileField field, boolean published) {
        if (!field.groupDecidesShowing()) {
            throw new IllegalArgumentException(field + " is not for the group to show or hide");
        }
        consents.put(field, published);
    }

    /**
     * Keeps an answer as typed.
     *
     * @param basedOn the version that the person saw, 0 where there was none
     * @return the version now stored; the answer stays as it was, and its version is another, when somebody else has
     *     saved since
     */
    ProfileAnswer keep(ProfileField field, String typed, long basedOn, Instant now, PersonId by) {
        if (typed.length() > LONGEST_ANSWER) {
            throw new Refusal("organisation.answer.huge", LONGEST_ANSWER, typed.length());
        }
        var before = answers.get(field);
        if (before != null && (before.version() != basedOn || before.value().equals(typed))) {
            return before;
        }
        if (field.goesOnLetters()) {
            Lengths.demand(typed, field.most());
        }
        if (field == ProfileField.NAME && JapaneseText.line(typed).isEmpty()) {
            throw new Refusal("organisation.finding.required.name");
        }
        var kept = new ProfileAnswer(typed, before == null ? 1 : before.version() + 1, now, by);
        answers.put(field, kept);
        if (field == ProfileField.NAME) {
            name = JapaneseText.line(typed);
        }
        if (field == ProfileField.NAME_KANA) {
            nameKana = JapaneseText.sortKey(typed);
        }
        return kept;
    }

    /** Notes who represents the group as the city has seen it, where the group has written nothing itself. */
    void represented(String person, String kana, Instant now, PersonId by) {
        note(ProfileField.REPRESENTATIVE_NAME, JapaneseText.line(person), now, by);
        note(ProfileField.REPRESENTATIVE_KANA, JapaneseText.line(kana), now, by);
    }

    private void note(ProfileField field, String known, Instant now, PersonId by) {
        if (!known.isEmpty()
                && ProfileRules.check(field, known, LocalDate.EPOCH).isEmpty()) {
            keep(field, known, 0, now, by);
        }
    }

    /** What is wrong with one field; nothing when it may stay as it is. */
    public Optional<ProfileFinding> finding(ProfileField field, LocalDate today) {
        var typed = answer(field).map(ProfileAnswer::value).orElse("").strip();
        if (typed.isEmpty()) {
            return field.required()
                    ? Optional.of(new ProfileFinding(field, "organisation.finding.required"))
                    : Optional.empty();
        }
        return ProfileRules.check(field, typed, today);
    }

    /** All that has to be put right before the group can submit a proposal, in the order of the profile. */
    public List<ProfileFinding> findings(LocalDate today) {
        var findings = new ArrayList<ProfileFinding>();
        for (var field : ProfileField.values()) {
            finding(field, today).ifPresent(findings::add);
        }
        var all = number(ProfileField.MEMBER_COUNT);
        var citizens = number(ProfileField.CITY_MEMBER_COUNT);
        if (all.isPresent() && citizens.isPresent() && citizens.get() > all.get()) {
            findings.add(new ProfileFinding(
                    ProfileField.CITY_MEMBER_COUNT, "organisation.finding.moreCitizens", citizens.get(), all.get()));
        }
        return List.copyOf(findings);
    }

    public boolean complete(LocalDate today) {
        return findings(today).isEmpty();
    }

    /** All answers as typed, by the field's key: what a proposal keeps of the group at its submission. */
    public ObjectNode profile() {
        var json = Json.object();
        typed().forEach((field, value) -> json.put(field.key(), value));
        return json;
    }

    private Map<ProfileField, String> typed() {
        var typed = new EnumMap<ProfileField, String>(ProfileField.class);
        answers.forEach((field, answer) -> typed.put(field, answer.value()));
        return typed;
    }

    void tied(PersonId person, Tie.Manner manner, PersonId by) {
        registerEvent(new OrganisationTied(id(), person, manner, by));
    }

    void removed(PersonId person, PersonId by) {
        registerEvent(new MemberRemoved(id(), person, by));
    }
}
