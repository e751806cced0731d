package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.document.FileId;
import app.tomoni.shared.Yen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the city has told a group about its proposal; {@code decision} knows, and before the release says no more than
 * whether the committee has finished.
 */
public interface ReleasedResult {

    /** The result as the group was told it; none before it was released to the group. */
    Optional<Told> of(ProposalId proposal);

    /** What the figures say of a proposal; before everybody reads them, no more than its letter says. */
    Optional<String> figures(ProposalId proposal, Locale locale);

    /** When the committee handed what it advises about a call to the city, whatever it is; none while it deliberates. */
    Optional<Instant> advisedAt(CallId call);

    /** When the groups of these proposals were told what the city decided; one that was not is not there. */
    Map<ProposalId, Instant> toldAt(Collection<ProposalId> proposals);

    /** The group has a letter in hands that it receives by mail: the first time counts as its arrival. */
    void opened(FileId letter, PersonId by);

    /** How the city decided, and how a runner-up has fared since. */
    enum Outcome {
        ADOPTED,
        CONDITIONALLY_ADOPTED,
        RUNNER_UP,
        /** A runner-up that was offered adoption, and has not accepted. */
        OFFERED,
        /** A runner-up that has accepted what it was offered. */
        MOVED_UP,
        /** A runner-up to whom nothing will be offered any more. */
        RELEASED,
        NOT_ADOPTED
    }

    /**
     * @param amount that the city will bear; none where nothing is granted
     * @param reason why the city decided so
     * @param conditions to be met before it counts, in the words of the decision
     * @param comment of the committee, released for the group
     * @param decidedOn also where the city's own system decided, and it was recorded here later
     * @param number of the letter
     * @param letter as archived; none where it went out on paper from the city's own system
     * @param earlier letters that it was sent before, the oldest first
     * @param answerBy until when the group says whether it accepts; none where it need not, or as long as the letter from
     *     whose day on it has time is still here
     * @param notice where to turn with questions or an appeal, in the words of the letter
     */
    record Told(
            Outcome outcome,
            @Nullable Yen amount,
            @Nullable String reason,
            List<String> conditions,
            @Nullable String comment,
            LocalDate decidedOn,
            @Nullable String number,
            @Nullable FileId letter,
            List<Sent> earlier,
            @Nullable Instant answerBy,
            @Nullable Answered answered,
            @Nullable String notice) {}

    /** A letter that the group was sent. */
    record Sent(String number, FileId letter) {}

    /** What the group has answered. */
    record Answered(boolean accepted, Instant at) {}
}
