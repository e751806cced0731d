package app.tomoni.review;

import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.JapaneseDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what reviewers declared: one for each reviewer and proposal, with a version, so that nothing is overwritten silently. */
@Component
class DeclarationRows {

    record Answer(Tie tie, @Nullable OffsetDateTime confirmedAt, boolean settled, String partners, long version) {

        static final Answer NOTHING = new Answer(Tie.UNANSWERED, null, false, "", 0);

        /** Whether it still answers what is asked: "no tie" does not cover a partner that was named afterwards. */
        boolean covers(Listed listed) {
            return tie != Tie.NONE || partners.equals(listed.partners());
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclarationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What this reviewer has answered in the call, by proposal. */
    Map<UUID, Answer> of(PersonId reviewer, CallId call) {
        var answers = new HashMap<UUID, Answer>();
        jdbc.sql("SELECT * FROM declaration WHERE reviewer_id = :reviewer AND call_id = :call")
                .param("reviewer", reviewer.value())
                .param("call", call.value())
                .query((row, number) -> answers.put(row.getObject("proposal_id", UUID.class), answer(row)))
                .list();
        return answers;
    }

    /** What was answered about the proposal, by reviewer. */
    Map<PersonId, Answer> of(ProposalId proposal) {
        var answers = new HashMap<PersonId, Answer>();
        jdbc.sql("SELECT * FROM declaration WHERE proposal_id = ?")
                .param(proposal.value())
                .query((row, number) ->
                        answers.put(new PersonId(row.getObject("reviewer_id", UUID.class)), answer(row)))
                .list();
        return answers;
    }

    /** @return whether it is the next version of what was there; one that was confirmed stays */
    boolean store(PersonId reviewer, Listed listed, Tie answer, long basedOn) {
        var stored = jdbc.sql(basedOn == 0 ? """
                                  INSERT INTO declaration (call_id, reviewer_id, proposal_id, answer, partners, answered_at,
                                    version)
                                  VALUES (:call, :reviewer, :proposal, :answer, :partners, :now, 1) ON CONFLICT DO NOTHING""" : """
                                  UPDATE declaration SET answer = :answer, partners = :partners, answered_at = :now,
                                    version = version + 1, confirmed_at = NULL, settled_by = NULL, settled_at = NULL, settled_reason = NULL
                                  WHERE call_id = :call AND reviewer_id = :reviewer AND proposal_id = :proposal
                                    AND version = :basedOn
                                    AND (confirmed_at IS NULL OR answer = 'NONE' AND partners <> :partners)""")
                .param("call", listed.call().value())
                .param("reviewer", reviewer.value())
                .param("proposal", listed.proposal().value())
                .param("answer", answer.name())
                .param("now", now())
                .param("basedOn", basedOn)
                .param("partners", listed.partners())
                .update();
        return stored == 1;
    }

    /** Answers to this list wait until this transaction ends. */
    void hold(PersonId reviewer, CallId call) {
        jdbc.sql("SELECT 1 FROM declaration WHERE reviewer_id = ? AND call_id = ? ORDER BY proposal_id FOR UPDATE")
                .param(reviewer.value())
                .param(call.value())
                .query(Integer.class)
                .list();
    }

    /** A first answer that came in after the lock is confirmed only as it was read. */
    boolean confirm(DeclarationList.Line line, PersonId reviewer) {
        return jdbc.sql("""
                        UPDATE declaration SET confirmed_at = :now
                        WHERE reviewer_id = :reviewer AND proposal_id = :proposal AND confirmed_at IS NULL
                          AND version = :version""")
                        .param("now", now())
                        .param("reviewer", reviewer.value())
                        .param("proposal", line.listed().proposal().value())
                        .param("version", line.version())
                        .update()
                > 0;
    }

    /** Somebody of the group has a tie, whatever they had declared. */
    void tie(Listed listed, PersonId reviewer) {
        jdbc.sql("""
                        INSERT INTO declaration AS d
                          (call_id, reviewer_id, proposal_id, answer, answered_at, confirmed_at, version)
                        VALUES (:call, :reviewer, :proposal, 'TIE', :now, :now, 1)
                        ON CONFLICT (reviewer_id, proposal_id) DO UPDATE
                        SET answer = 'TIE', answered_at = :now, confirmed_at = :now, version = d.version + 1,
                          settled_by = NULL, settled_at = NULL, settled_reason = NULL
                        WHERE d.answer <> 'TIE' OR d.confirmed_at IS NULL""")
                .param("call", listed.call().value())
                .param("reviewer", reviewer.value())
                .param("proposal", listed.proposal().value())
                .param("now", now())
                .update();
    }

    /** A tie that was noticed after the list was confirmed. */
    void tieLate(PersonId reviewer, ProposalId proposal) {
        jdbc.sql("""
                        UPDATE declaration SET answer = 'TIE', answered_at = :now, version = version + 1,
                          settled_by = NULL, settled_at = NULL, settled_reason = NULL
                        WHERE reviewer_id = :reviewer AND proposal_id = :proposal AND answer <> 'TIE'""")
                .param("now", now())
                .param("reviewer", reviewer.value())
                .param("proposal", proposal.value())
                .update();
    }

    /** @return whether it was still to be settled */
    boolean settle(PersonId reviewer, ProposalId proposal, Tie answer, PersonId by, String reason) {
        var settled = jdbc.sql("""
                        UPDATE declaration SET answer = :answer, settled_by = :by, settled_at = :now,
                          settled_reason = :reason, version = version + 1
                        WHERE reviewer_id = :reviewer AND proposal_id = :proposal AND answer = 'UNSURE'
                          AND confirmed_at IS NOT NULL""")
                .param("answer", answer.name())
                .param("by", by.value())
                .param("now", now())
                .param("reason", reason)
                .param("reviewer", reviewer.value())
                .param("proposal", proposal.value())
                .update();
        return settled == 1;
    }

    /** Who was unsure about which proposal of the call, the first first. */
    List<TieUnclear> unsure(CallId call) {
        return jdbc.sql("""
                        SELECT proposal_id, reviewer_id FROM declaration
                        WHERE call_id = ? AND answer = 'UNSURE' AND confirmed_at IS NOT NULL
                        ORDER BY answered_at, proposal_id""")
                .param(call.value())
                .query((row, number) -> new TieUnclear(
                        call,
                        new ProposalId(row.getObject("proposal_id", UUID.class)),
                        new PersonId(row.getObject("reviewer_id", UUID.class))))
                .list();
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Tie.valueOf(row.getString("answer")),
                row.getObject("confirmed_at", OffsetDateTime.class),
                row.getObject("settled_at", OffsetDateTime.class) != null,
                row.getString("partners"),
                row.getLong("version"));
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(JapaneseDates.ZONE).toOffsetDateTime();
    }
}
