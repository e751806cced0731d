package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the letters with the results leave the house. */
class PostingTest extends SelectionCase {

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
}
