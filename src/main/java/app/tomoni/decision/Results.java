package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.decision.selection.Answer;
import app.tomoni.decision.selection.Answers;
import app.tomoni.decision.selection.Offer;
import app.tomoni.decision.selection.Offers;
import app.tomoni.decision.selection.Publication;
import app.tomoni.decision.selection.Publications;
import app.tomoni.decision.selection.ReserveDecision;
import app.tomoni.decision.selection.ReserveDecisions;
import app.tomoni.decision.selection.Stage;
import app.tomoni.decision.selection.Stages;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.Proposals;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Json;
import app.tomoni.shared.Yen;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may know about decisions; before its time a result does not exist here. */
@Component
@Transactional(readOnly = true)
public class Results {

    /** Why a call ended without a decision. */
    public enum End {
        NO_PROPOSAL,
        ALL_WITHDRAWN,
        NONE_ELIGIBLE
    }

    /** A call that ended with nothing to decide about. */
    public record Ended(CallId call, Instant at, End as) {}

    private final Publications publications;
    private final Stages stages;
    private final Answers answers;
    private final Offers offers;
    private final ReserveDecisions seconds;
    private final Proposals proposals;
    private final JdbcClient jdbc;
    private final Clock clock;

    Results(
            Publications publications,
            Stages stages,
            Answers answers,
            Offers offers,
            ReserveDecisions seconds,
            Proposals proposals,
            JdbcClient jdbc,
            Clock clock) {
        this.publications = publications;
        this.stages = stages;
        this.answers = answers;
        this.offers = offers;
        this.seconds = seconds;
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The results of a call, with what has been answered and corrected since. */
    public Optional<PublishedResult> of(CallId call) {
        return published(call).map(this::result);
    }

    /** What was decided about one proposal. */
    public Optional<PublishedResult.Line> of(ProposalId proposal) {
        return proposals.find(proposal).flatMap(known -> of(known.call())).flatMap(result -> result.line(proposal));
    }

    /** Rule, points and result at the call's level of disclosure, as JSON that anybody can compute again. */
    public Optional<String> openData(CallId call) {
        return published(call).map(Publication::openData);
    }

    /** The calls whose results are published, the latest first. */
    public List<CallId> calls() {
        return List.copyOf(published().sequencedKeySet());
    }

    /** The same with when they were. */
    public SequencedMap<CallId, Instant> published() {
        var times = new LinkedHashMap<CallId, Instant>();
        publications.published(clock.instant()).forEach(each -> times.put(new CallId(each.call()), each.at()));
        return times;
    }

    /** A proposal on a published page, as it is looked for; texts as they were published. */
    public record Named(
            CallId of, String call, ProposalId proposal, String number, String title, String organisation) {}

    /** Every proposal that stands on a published page, those of the latest first, in the order of their page. */
    public List<Named> named() {
        return jdbc.sql("""
                        WITH read AS MATERIALIZED ( -- a page is long: it is read once, and not again for each line
                          SELECT call_id, published_at, page::jsonb AS page FROM publication WHERE published_at <= :now),
                        p AS MATERIALIZED (
                          SELECT call_id, published_at, page->>'title' AS call, page->'lines' AS lines FROM read)
                        SELECT p.call_id, p.call, line->>'proposal' AS proposal, line->>'number' AS number,
                          line->>'title' AS title, line->>'organisation' AS organisation
                        FROM p CROSS JOIN LATERAL jsonb_array_elements(p.lines) WITH ORDINALITY AS listed(line, place)
                        ORDER BY p.published_at DESC, p.call_id, place""")
                .param("now", clock.instant().atZone(JapaneseDates.ZONE).toOffsetDateTime())
                .query((row, number) -> new Named(
                        new CallId(row.getObject("call_id", UUID.class)),
                        row.getString("call"),
                        ProposalId.of(row.getString("proposal")),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("organisation")))
                .list();
    }

    /** Whether the call ended with nothing to decide about, and why. */
    public Optional<Ended> ended(CallId call) {
        return stages.findById(call.value())
                .flatMap(stage -> stage.endedAt()
                        .flatMap(at -> stage.endedAs().map(as -> new Ended(call, at, End.valueOf(as.name())))));
    }

    /** Of the calls whose selection has begun: whether it ended with nothing to decide about. */
    public Map<CallId, Boolean> nothingToDecide(Collection<CallId> calls) {
        return stages.findByCallIn(calls.stream().map(CallId::value).toList()).stream()
                .collect(Collectors.toMap(Stage::call, stage -> stage.endedAt().isPresent()));
    }

    private Optional<Publication> published(CallId call) {
        return publications.findById(call.value()).filter(publication -> publication.isPublic(clock.instant()));
    }

    private PublishedResult result(Publication publication) {
        var page = Json.read(publication.page(), PublishedResult.class);
        return page.published(
                publication.publishedAt().orElseThrow(),
                marked(page),
                publication.corrections().stream()
                        .map(each -> new PublishedResult.Correction(each.correctedAt(), each.wrong(), each.correct()))
                        .toList());
    }

    /** A page as it would read now, for those who may read it before its time: with what groups have answered since. */
    public PublishedResult asOfNow(PublishedResult page) {
        return page.published(page.publishedAt(), marked(page), page.corrections());
    }

    private List<PublishedResult.Line> marked(PublishedResult page) {
        var call = page.call();
        var given = answers.findByCallIdOrderByAnsweredAt(call).stream()
                .collect(Collectors.toMap(Answer::proposal, Answer::kind));
        var movedUp = offers.findByCallId(call).stream()
                .filter(offer -> given.get(offer.proposal()) == Answer.Kind.ACCEPTED)
                .collect(Collectors.toMap(Offer::proposal, offer -> offer));
        var reasons =
                movedUp.values().stream().anyMatch(offer -> offer.decision().isPresent())
                        ? seconds.findByCallIdOrderByDraftedAt(call).stream()
                                .collect(Collectors.toMap(ReserveDecision::id, ReserveDecision::wording))
                        : Map.<UUID, String>of();
        // Between confirming the page and telling the groups one of them may still withdraw
        var withdrawn =
                proposals
                        .withIds(page.lines().stream()
                                .map(PublishedResult.Line::id)
                                .toList())
                        .values()
                        .stream()
                        .filter(proposal -> proposal.withdrawnAt().isPresent())
                        .map(Proposal::id)
                        .collect(Collectors.toSet());
        return page.lines().stream()
                .map(line -> withdrawn.contains(line.id())
                        ? line.left()
                        : answered(line, movedUp.get(line.id()), reasons, given.get(line.id()) == Answer.Kind.DECLINED))
                .toList();
    }

    private static PublishedResult.Line answered(
            PublishedResult.Line line, @Nullable Offer taken, Map<UUID, String> reasons, boolean declined) {
        return taken == null
                ? line.answered(null, null, declined)
                : line.answered(
                        taken.amount().orElse(Yen.ZERO).amount(),
                        taken.decision().map(reasons::get).orElse(null),
                        declined);
    }
}
