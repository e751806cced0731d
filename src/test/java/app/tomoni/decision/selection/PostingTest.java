package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.account.PersonId;
import app.tomoni.process.OpenTask;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.JapaneseDates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the letters with the results leave the house. */
class PostingTest extends SelectionCase {

    @Autowired
    private Publications publications;

    @Autowired
    private BusinessDays days;

    @BeforeEach
    void approved() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approve.approve(task(head, "approveDecision"), head);
        settle();
    }

    @Test
    void noLetterIsSaidToGoByMailAsNobodyHasAgreedToThat() {
        signInAs(secretary);
        open("tasks/confirmPublication/" + task(secretary, "confirmPublication"));

        assertThat(text()).contains("印刷して郵送").doesNotContain("電子メール");
    }

    @Test
    void theSecretariatIsAskedToPostTheLettersThreeOpenDaysBeforeThePublication() {
        confirm();
        settle();
        var planned = published().plannedAt();
        var due = toPost(secretary).getFirst().dueAt();
        assertThat(days.between(JapaneseDates.day(due), JapaneseDates.day(planned)))
                .isEqualTo(ConfirmPublication.DAYS_AFTER_POSTING);
        assertThat(toPost(chair)).isEmpty();
        assertThat(selection()).contains("発送を記録していない結果の通知書が5通あります。");

        var sent = letters.findByCallIdOrderByDocumentNumber(call.value()).stream()
                .filter(letter -> letter.kind() == Letter.Kind.RESULT)
                .toList();
        open(toPost(secretary).getFirst().address());
        assertThat(text()).contains(sent.getFirst().documentNumber());
        sent.stream().skip(1).forEach(letter -> publication.post(letter.id(), secretary));
        assertThat(toPost(secretary)).hasSize(1);
        assertThat(selection()).contains("通知書が1通あります。");

        publication.post(sent.getFirst().id(), secretary);
        assertThat(toPost(secretary)).isEmpty();
        assertThat(selection()).doesNotContain("発送を記録していない", "3営業日ありません");
    }

    @Test
    void whenTheLettersWerePostedTooLateThePageSaysSo() {
        confirm();
        settle();
        clock.stopAt(published().plannedAt().minus(Duration.ofHours(1)));

        letters.findByCallIdOrderByDocumentNumber(call.value()).stream()
                .filter(letter -> letter.kind() == Letter.Kind.RESULT)
                .forEach(letter -> publication.post(letter.id(), secretary));

        assertThat(selection()).contains("公表まで、3営業日ありません。");
    }

    private Publication published() {
        return publications.findById(call.value()).orElseThrow();
    }

    private String selection() {
        signInAs(secretary);
        open("selections/" + call);
        return text();
    }

    private List<OpenTask> toPost(PersonId person) {
        return waiting(person, "postLetters");
    }
}
