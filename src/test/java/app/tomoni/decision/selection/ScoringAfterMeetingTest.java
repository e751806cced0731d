package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.Office;
import app.tomoni.process.Audience;
import app.tomoni.review.ScoreSheets;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the call names the day of the committee, members may adjust their scores until the secretariat closes them. */
class ScoringAfterMeetingTest extends SelectionCase {

    private static final String ASKED = "採点がそろいました。審査委員会のあと、事務局が採点を締め切ります";

    @Autowired
    private ScoreSheets sheets;

    @Autowired
    private CloseScoring scoring;

    private LocalDate meets;

    @BeforeEach
    void theCommitteeMeetsSomeDaysAfterTheCloseOfTheCall() {
        meets = businessDays.rolledOn(LocalDate.now(clock).plusDays(40));
        call = fixture.call(30, Map.of("/meetingOn", meets.toString()));
        chair = holder("委員長 会", Office.CHAIR, call);
        panel.replaceAll(member -> holder("審査 会", Office.REVIEWER, call));
    }

    private String now() {
        return statuses.of(key(call), Audience.STAFF, secretary, Locale.JAPANESE)
                .now();
    }

    private boolean isWithTheChair() {
        return cases.waitsAt(key(call), "recommendProjects");
    }

    @Test
    void theSecretariatClosesTheScoresAfterTheMeetingAndNoLastSheetDoes() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        pass(31);
        opener.look();
        opener.look();

        assertThat(isWithTheChair()).isFalse();
        assertThat(sheets.frozen(call)).as("members may adjust theirs").isFalse();
        assertThat(waiting(secretary, "closeScoring")).as("asked once").hasSize(1);
        assertThat(now())
                .contains(
                        ASKED,
                        JapaneseDates.brief(
                                meets.atTime(17, 0).atZone(JapaneseDates.ZONE).toInstant(), Locale.JAPANESE));
        assertThatThrownBy(() -> scoring.close(call, chair))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("decision.absent");
        while (LocalDate.now(clock).isBefore(meets.plusDays(1))) {
            pass(1);
        }
        opener.look();
        assertThat(isWithTheChair()).as("nothing closes by the clock").isFalse();
        assertThat(now()).contains("期日を過ぎています");

        scoring.close(call, secretary);
        settle();

        assertThat(isWithTheChair()).isTrue();
        signInAs(chair);
        open("tasks/recommendProjects/" + task(chair, "recommendProjects"));
        assertThat($(DatePicker.class).single().getValue())
                .as("as the call had planned")
                .isEqualTo(meets);
        assertThat(sheets.frozen(call)).isTrue();
        assertThat(waiting(secretary, "closeScoring")).isEmpty();
        assertThat(events.of(key(call))).anyMatch(event -> event.kind().equals("scoringClosed"));
        assertThatThrownBy(() -> scoring.close(call, colleague))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("decision.scoring.over");
    }

    @Test
    void beforeTheDayThePageSaysSoAndAsks() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        pass(31);
        opener.look();
        signInAs(chair);
        open("selections/" + call);
        assertThat(text()).doesNotContain("採点を締め切る");
        signInAs(secretary);
        open("selections/" + call);
        assertThat(text()).contains(ASKED, "すべての審査票がそろいました。審査委員会の日は");

        press("採点を締め切る");

        var question = $(Dialog.class).single();
        assertThat(question.getElement().getTextRecursively() + text()).contains("は、まだ来ていません。", "取り消すことはできません。");
        assertThat(isWithTheChair()).isFalse();
        test($(Button.class).withText("採点を締め切る").all().getLast()).click();
        settle();
        assertThat(isWithTheChair()).isTrue();
    }

    @Test
    void whereTheDayHasPassedBeforeTheLastSheetTheSecretariatIsAskedByTheNextOpenDay() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        while (!LocalDate.now(clock).isAfter(meets)) {
            pass(31);
        }
        opener.look();
        assertThat(isWithTheChair()).isFalse();
        assertThat(waiting(secretary, "closeScoring"))
                .singleElement()
                .extracting(task -> JapaneseDates.day(Objects.requireNonNull(task.dueAt())))
                .isEqualTo(businessDays.plusBusinessDays(LocalDate.now(clock), 1));

        scoring.close(call, secretary);
        settle();

        assertThat(isWithTheChair()).isTrue();
    }

    @Test
    void whereNothingIsLeftNobodyWaitsForAMeeting() {
        var id = enter("P1");
        withdraw.withdraw(id, "事情が変わったため", representatives.get("P1"));
        settle();
        pass(60); // also round the new year nobody can be admitted late any more
        opener.look();
        opener.look();
        assertThat(waiting(secretary, "closeScoring")).isEmpty();
        assertThat(cases.hasEnded(key(call))).isTrue();
    }
}
