package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.ui.KeptForm;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What the chair does on the board before the recommendation is handed over. */
class RecommendPageTest extends SelectionCase {

    @Test
    void anAmountFoundByTheCommitteeIsReadHoweverItIsTypedAndNeverTakenForNothing() {
        enter(Samples.overBudget(), "P1", "P2");
        close();
        openBoard();
        test(amount("P1")).setValue("百万円");
        test($(TextArea.class).withCaption("話し合いの結果の理由").single()).setValue("二つとも行うため");

        press("話し合いの結果を記録する");

        assertThat(amount("P1").getErrorMessage()).isEqualTo("金額は、円の単位の数字で入力してください。");
        assertThat(amount("P2").getErrorMessage()).isEqualTo("P2の金額を入力してください。");
        assertThat(amount("P1").isInvalid() && amount("P2").isInvalid()).isTrue();
        assertThat(found()).isEmpty();

        test(amount("P1")).setValue("１，５００，０００円");
        assertThat(amount("P1").isInvalid()).isFalse();
        left("deliberation-OVER_BUDGET/" + proposals.get("P2"), "0");
        assertThat(amount("P2").getValue()).as("the browser still had it").isEqualTo("0");
        press("話し合いの結果を記録する");

        assertThat(found()).singleElement().satisfies(each -> {
            assertThat(each.found()).extracting(Deliberated.Found::amount).containsExactly(1_500_000L, 0L);
            assertThat(each.reason()).isEqualTo("二つとも行うため");
        });
        assertThat(text()).contains("記録しました。順位と金額を計算し直しました。");
    }

    private List<Deliberated> found() {
        return recommendation().deliberations();
    }

    private TextField amount(String number) {
        return $(TextField.class).withCaption(number + "の金額（円）").single();
    }

    private Recommendation recommendation() {
        return recommendations.findByCallId(call.value()).orElseThrow();
    }

    private void openBoard() {
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
    }

    /** A browser gives back what it had typed over an empty field. */
    private void left(String path, String typed) {
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", path, typed, "");
    }
}
