package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of runners-up once the results are out. */
class ReservesTest extends SelectionCase {

    @BeforeEach
    void groups() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        representatives.values().forEach(person -> people.giveMail(person, person + "@example.jp"));
    }

    @Test
    void whoMovesUpReadsItAndWhoIsLetGoIsToldAndReadsIt() {
        release();
        assertThat(result("P4")).contains("次点となりました", "採択のご案内をすることがあります");

        assertThat(result("P2")).contains("採択のご案内をしました", "170,000円").doesNotContain("次点となりました");
        give("P2", Answer.Kind.ACCEPTED);
        assertThat(result("P2")).contains("次点から繰り上がり、採択となりました", "170,000円").doesNotContain("ご案内をすることがあります");

        give("P1", Answer.Kind.ACCEPTED);
        assertThat(mails("P4")).doesNotContain("reserve-released");
        give("P3", Answer.Kind.ACCEPTED);
        assertThat(mails("P4")).containsOnlyOnce("reserve-released");
        assertThat(mails("P2")).doesNotContain("reserve-released");
        assertThat(result("P4")).contains("今回は採択に至りませんでした").doesNotContain("ご案内をすることがあります", "次点となりました");
    }

    /** What the group reads of its result. */
    private String result(String group) {
        signInAs(representatives.get(group));
        open("proposals/" + proposals.get(group) + "/result");
        return text();
    }

    private List<String> mails(String group) {
        return jdbc.sql("SELECT template FROM mail WHERE case_key = ?")
                .param(proposals.get(group).value())
                .query(String.class)
                .list();
    }
}
