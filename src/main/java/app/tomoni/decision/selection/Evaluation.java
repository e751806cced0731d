package app.tomoni.decision.selection;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.decision.selection.EvaluatedLine.SheetTotal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.scoring.Participation;
import app.tomoni.scoring.Result;
import app.tomoni.scoring.Rule;
import app.tomoni.scoring.Scoring;
import app.tomoni.scoring.Trace;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.Sha256;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One run of the call's rule over all its proposals, kept with rule, inputs and trace, and never changed. */
@Entity
@Immutable
public class Evaluation implements Persistable<UUID> {

    /** Why it was made. */
    public enum Occasion {
        STAGE_CLOSED,
        WITHDRAWAL,
        TIE_DECLARED,
        DELIBERATION,
        ANSWER
    }

    /** What the figures leave to people. */
    public record Question(Result.Place place, List<UUID> proposals) {

        public List<ProposalId> ids() {
            return proposals.stream().map(ProposalId::new).toList();
        }

        public boolean namesAny(Set<ProposalId> some) {
            return ids().stream().anyMatch(some::contains);
        }
    }

    private record Key(String key, UUID proposal) {}

    private record Member(String letter, UUID person) {}

    private record Inputs(List<Key> proposals, List<Member> members) {}

    @Id
    private UUID id;

    private UUID callId;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private Instant madeAt;
    private @Nullable UUID madeBy;
    private String rule;
    private String inputs;
    private String lines;
    private String questions;
    private String trace;
    private String traceSha256;

    @Transient
    private boolean stored;

    /** The lines as they were read: a page asks for each of hundreds, and they never change. */
    @Transient
    private @Nullable Map<UUID, EvaluatedLine> read;

    @SuppressWarnings("NullAway.Init")
    protected Evaluation() {}

    private Evaluation(Material material, Occasion occasion, @Nullable PersonId by, Instant at, Evaluated evaluated) {
        this.id = Ids.next();
        this.callId = material.terms().call().value();
        this.occasion = occasion;
        this.madeAt = at;
        this.madeBy = by == null ? null : by.value();
        this.rule = material.terms().rule().toJson();
        this.inputs = Json.write(new Inputs(
                material.entrants().stream()
                        .map(entrant ->
                                new Key(entrant.number(), entrant.proposal().value()))
                        .toList(),
                material.panel().stream()
                        .map(member -> new Member(material.letter(member), member.value()))
                        .toList()));
        this.lines = Json.write(evaluated.lines());
        this.questions = Json.write(evaluated.questions());
        this.trace = evaluated.trace();
        this.traceSha256 = Sha256.of(evaluated.trace());
    }

    /**
     * Applies the call's rule.
     *
     * @param deliberated what the committee found where figures could not decide
     * @param answers of the groups, by proposal
     */
    public static Evaluation of(
            Material material,
            List<Deliberated> deliberated,
            Map<ProposalId, Answer.Kind> answers,
            Occasion occasion,
            @Nullable PersonId by,
            Instant at) {
        return new Evaluation(material, occasion, by, at, Evaluated.of(material, deliberated, answers));
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    public void stored() {
        stored = true;
    }

    public UUID id() {
        return id;
    }

    public CallId call() {
        return new CallId(callId);
    }

    public Occasion occasion() {
        return occasion;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<PersonId> madeBy() {
        return Optional.ofNullable(madeBy).map(PersonId::new);
    }

    public Rule rule() {
        return Rule.parse(rule);
    }

    /** By rank, then those without one. */
    public List<EvaluatedLine> lines() {
        return List.copyOf(read().values());
    }

    public Optional<EvaluatedLine> line(ProposalId proposal) {
        return Optional.ofNullable(read().get(proposal.value()));
    }

    private Map<UUID, EvaluatedLine> read() {
        if (read == null) {
            var found = new LinkedHashMap<UUID, EvaluatedLine>();
            for (var line : Json.read(lines, EvaluatedLine[].class)) {
                found.put(line.proposal(), line);
            }
            read = found;
        }
        return read;
    }

    public List<Question> questions() {
        return Arrays.asList(Json.read(questions, Question[].class));
    }

    /** Whether it counts the sheets that this material holds for the proposals that take part, and no others. */
    boolean counts(Material material) {
        return lines().stream()
                .filter(EvaluatedLine::takesPart)
                .allMatch(line -> line.sheets() == material.sheets(line.id(), Participation.SCORED)
                        && line.recused() == material.sheets(line.id(), Participation.RECUSED));
    }

    /** Rule, inputs, steps and result, as anybody can compute them again. */
    public String trace() {
        return trace;
    }

    /** The trace of the same result from no more than the call lets everyone see. */
    public String openData() {
        return published().map(result -> result.trace().toJson()).orElse(trace);
    }

    /** The totals of sheets by proposal, under letters that are drawn anew for each. */
    public Map<String, List<SheetTotal>> publishedSheets() {
        var sheets = new HashMap<String, List<SheetTotal>>();
        published()
                .ifPresent(result -> result.standings()
                        .forEach(standing -> sheets.put(standing.proposal(), SheetTotal.of(standing))));
        return sheets;
    }

    /** What keeps each proposal from adoption, in no more detail than the call lets everyone see; none without marks. */
    public Map<String, List<String>> whyNot(Locale locale) {
        return sentences((trace, proposal) -> trace.whyNot(locale, proposal));
    }

    /** What each proposal owes its result to, adopted or not, in no more detail than everyone may see; none without marks. */
    public Map<String, List<String>> why(Locale locale) {
        return sentences((trace, proposal) -> trace.why(locale, proposal));
    }

    private Map<String, List<String>> sentences(BiFunction<Trace, String, List<String>> of) {
        return published()
                .map(result -> result.standings().stream()
                        .map(Result.Standing::proposal)
                        .collect(Collectors.toMap(Function.identity(), each -> of.apply(result.trace(), each))))
                .orElse(Map.of());
    }

    private Optional<Result> published() {
        return Json.parse(trace).path("format").asString().equals(Evaluated.WITHOUT_MARKS)
                ? Optional.empty()
                : Optional.of(Scoring.published(trace, letters()));
    }

    /** The same draw each time, which nobody outside can repeat: neither id nor trace ever leaves the house. */
    private RandomGenerator letters() {
        return RandomGeneratorFactory.of("L64X256MixRandom")
                .create(Sha256.digest().digest((id + traceSha256).getBytes(StandardCharsets.UTF_8)));
    }

    public String traceSha256() {
        return traceSha256;
    }
}
