package app.tomoni.decision;

import app.tomoni.call.CallId;
import app.tomoni.call.Disclosure;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.JapaneseText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a call as everybody may read them.
 *
 * @param meetingOn when the committee met
 * @param present how many members met, of how many on the panel
 * @param exceptionReason why the committee went on below its quorum or with too few sheets; none where it did not
 * @param subjectToBudget whether adoption depends on the council's vote on the budget
 * @param lines by rank, then those without one
 * @param corrections what was wrong and what is right, the first one first
 */
public record PublishedResult(
        UUID call,
        String title,
        int year,
        @Nullable Instant publishedAt,
        Disclosure disclosure,
        @Nullable LocalDate meetingOn,
        int present,
        int panel,
        @Nullable String exceptionReason,
        boolean subjectToBudget,
        @Nullable Long budgetYen,
        String decision,
        List<Line> lines,
        List<Correction> corrections) {

    /** The published mean of one criterion, with the most it can be. */
    public record Mean(String criterion, BigDecimal mean, String most) {}

    /** The total of one sheet; the member is a letter. */
    public record SheetTotal(String member, String total) {}

    /** How a result stands to what the figures alone give. */
    public enum Departure {
        /** It is another. */
        OWN,
        /** It rests on that of a proposal that is another. */
        OF_OTHERS
    }

    /** What a result rests on, in both languages of the page. */
    public record Why(String ja, String en) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("ja") ? ja : en;
        }
    }

    /**
     * One proposal.
     *
     * @param rank none where there were no figures, or the rule ranks it not
     * @param means empty unless the call publishes them
     * @param sheets empty unless the call publishes them
     * @param recommended what the committee had recommended
     * @param recommendedConditions where the city made other ones; none in what was published before this was
     * @param recommendationReason why the committee left the ranking
     * @param reason why the city left the recommendation
     * @param why what the figures say of it; none where they say nothing, and in what was published before this was
     * @param departure none where it follows from the figures alone, and in what was published before this was
     * @param movedUpYen what a runner-up has taken that moved up since (繰り上げ); none where it did not
     * @param movedUpReason what the decision says by which it moved up; none where the order of the first one said so
     * @param declined whether the group has declined since (辞退)
     * @param withdrawn whether the group withdrew after the ranking stood (取下げ)
     */
    public record Line(
            UUID proposal,
            String number,
            String title,
            String organisation,
            @Nullable Integer rank,
            @Nullable BigDecimal total,
            List<Mean> means,
            List<SheetTotal> sheets,
            Outcome outcome,
            @Nullable Long amountYen,
            String conditions,
            Outcome recommended,
            @Nullable Long recommendedYen,
            @Nullable String recommendedConditions,
            String recommendationReason,
            String reason,
            @Nullable Why why,
            @Nullable Departure departure,
            String comment,
            @Nullable Long movedUpYen,
            @Nullable String movedUpReason,
            boolean declined,
            boolean withdrawn) {

        /** Whether the public part of the proposal itself is shown with the result: it was adopted, in whatever way. */
        public boolean showsProposal() {
            return mayShowProposal() && (outcome.isYes() || movedUpYen != null);
        }

        /** Whether it is shown, or will be once a runner-up has moved up. */
        public boolean mayShowProposal() {
            return outcome != Outcome.NOT_ADOPTED && !declined && !withdrawn;
        }

        /** What the group receives. */
        public @Nullable Long paidYen() {
            return movedUpYen == null ? amountYen : movedUpYen > 0 ? movedUpYen : null;
        }

        /** Whether its result is another than the figures alone give; of one that withdrew nothing more is said. */
        public boolean leavesFigures() {
            return departure == Departure.OWN && !withdrawn;
        }

        /** Whether its result rests on that of another that leaves the figures. */
        public boolean restsOnOthers() {
            return departure == Departure.OF_OTHERS && !withdrawn;
        }

        public ProposalId id() {
            return new ProposalId(proposal);
        }

        /** Whoever left after the ranking stood keeps a place in it, so that it can be computed again, and nothing else. */
        public Line left() {
            return new Line(
                    proposal,
                    number,
                    title,
                    organisation,
                    rank,
                    total,
                    means,
                    sheets,
                    outcome,
                    null,
                    "",
                    recommended,
                    null,
                    null,
                    "",
                    "",
                    null,
                    departure,
                    "",
                    null,
                    null,
                    false,
                    true);
        }

        /** With what the group has answered since. */
        public Line answered(@Nullable Long movedUpYen, @Nullable String movedUpReason, boolean declined) {
            return new Line(
                    proposal,
                    number,
                    title,
                    organisation,
                    rank,
                    total,
                    means,
                    sheets,
                    outcome,
                    amountYen,
                    conditions,
                    recommended,
                    recommendedYen,
                    recommendedConditions,
                    recommendationReason,
                    reason,
                    why,
                    departure,
                    comment,
                    movedUpYen,
                    movedUpReason,
                    declined,
                    withdrawn);
        }
    }

    /** A correction of what was published; the wrong text stays readable beside it. */
    public record Correction(Instant at, String wrong, String correct) {}

    /** What was decided for those that have not withdrawn since. */
    public long grantedYen() {
        return lines.stream()
                .map(Line::amountYen)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What the groups receive by now: without what was declined, and with what went to runners-up that moved up. */
    public long standingYen() {
        return lines.stream()
                .filter(line -> !line.declined())
                .map(Line::paidYen)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The numbers of those whose result is another than the figures alone give. */
    public List<String> departed() {
        return departed(lines);
    }

    /** The numbers of those among these whose result is another than the figures alone give. */
    public static List<String> departed(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.departure() == Departure.OWN)
                .map(Line::number)
                .toList();
    }

    /** The numbers of those that withdrew after the ranking stood: what can be computed again still counts them in. */
    public List<String> withdrawn() {
        return lines.stream().filter(Line::withdrawn).map(Line::number).toList();
    }

    /** Those that withdrew and that the words of the decision speak of all the same, by their numbers. */
    public List<String> withdrawnInWords() {
        var words = JapaneseText.folded(decision);
        return lines.stream()
                .filter(Line::withdrawn)
                .filter(line -> Stream.of(line.number(), line.title(), line.organisation())
                        .anyMatch(name -> !name.isBlank() && names(words, name)))
                .map(Line::number)
                .toList();
    }

    /** A longer number is another one. */
    private static boolean names(String words, String name) {
        return Pattern.compile(Pattern.quote(JapaneseText.folded(name)) + "(?!\\d)")
                .matcher(words)
                .find();
    }

    /** With other words for the public than those of the decision. */
    public PublishedResult announced(String words) {
        return new PublishedResult(
                call,
                title,
                year,
                publishedAt,
                disclosure,
                meetingOn,
                present,
                panel,
                exceptionReason,
                subjectToBudget,
                budgetYen,
                words,
                lines,
                corrections);
    }

    public CallId callId() {
        return new CallId(call);
    }

    public Optional<Line> line(ProposalId proposal) {
        return lines.stream().filter(line -> line.id().equals(proposal)).findFirst();
    }

    /** The proposals whose public part is shown, or will be once a runner-up has moved up. */
    public List<ProposalId> shown() {
        return lines.stream().filter(Line::mayShowProposal).map(Line::id).toList();
    }

    /** As published at that time, with what has happened since. */
    public PublishedResult published(@Nullable Instant at, List<Line> marked, List<Correction> corrected) {
        return new PublishedResult(
                call,
                title,
                year,
                at,
                disclosure,
                meetingOn,
                present,
                panel,
                exceptionReason,
                subjectToBudget,
                budgetYen,
                decision,
                marked,
                corrected);
    }
}
