package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.Browser;
import app.tomoni.call.Calls;
import app.tomoni.call.Deadline;
import app.tomoni.call.Timetable;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseDates;
import app.tomoni.review.CheckOutcome;
import app.tomoni.review.Declarations;
import app.tomoni.review.FormalChecks;
import app.tomoni.review.Tie;
import app.tomoni.shared.JapaneseDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar of a call follows what is done, for the city at once and for everybody else with the results. */
class CallCalendarTest extends SelectionCase {

    @Autowired
    private Timetable timetable;

    @Autowired
    private Calls calls;

    @Autowired
    private CaseDates dates;

    @Autowired
    private Declarations declarations;

    @Test
    void theCityReadsWhatIsDoneWithItsDayAndWhatFollowsFromThereAsTheInboxSaysIt() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        var checked = LocalDate.now(clock);
        assertThat(done()).containsExactly("opens");

        close();
        var scored = LocalDate.now(clock);
        assertThat(done()).containsExactly("opens", "formalCheck", "closes", "review");
        assertThat(stop(Deadline.FORMAL_CHECK.key()).doneOn()).isEqualTo(checked);
        assertThat(stop(Deadline.REVIEW.key()).doneOn()).isEqualTo(scored);
        assertThat(stop(Deadline.RECOMMENDATION.key()).at())
                .isEqualTo(waiting(chair, "recommendProjects").getFirst().dueAt());
        signInAs(secretary);
        open("calls/" + call);
        assertThat(text()).contains(written(scored) + "\n採点\n済\n");

        clock.advance(Duration.ofDays(1));
        recommend();
        draft();
        assertThat(stop(Timetable.MEETING).doneOn()).isEqualTo(LocalDate.now(clock));
        assertThat(stop(Deadline.APPROVAL.key()).at())
                .isEqualTo(waiting(head, "approveDecision").getFirst().dueAt());
        assertThat(done()).contains("recommendation", "draft").doesNotContain("approval");
    }

    @Test
    void theCityReadsOneDateForTheScoresOfACallThatHasClosed() {
        enter("P1");
        pass(31);
        opener.look();
        settle();

        assertThat(statuses.of(key(call), Audience.STAFF, null, Locale.JAPANESE).due())
                .isEqualTo(stop(Deadline.REVIEW.key()).at());
    }

    @Test
    void sheetsThatAreOpenedInTimeAreDueOnTheDayOfTheCalendar() {
        var proposal = enter("P1");
        var task = cases.taskFor(secretary, key(proposal), FormalChecks.TASK).orElseThrow();
        checks.of(task);
        cases.complete(task.id(), secretary, FormalChecks.answers(CheckOutcome.ACCEPTED));
        settle();

        assertThat(waiting(panel.getFirst(), "scoreProposal").getFirst().dueAt())
                .isEqualTo(stop(Deadline.REVIEW.key()).at());
    }

    @Test
    void aQuestionAboutATieIsDueWhileTheProposalCanStillBeScoredInTime() {
        var proposal = enter("P1");
        clock.stopAt(stop(Deadline.REVIEW.key()).at().minus(Duration.ofHours(1)));
        declarations.answer(panel.getFirst(), proposal, Tie.UNSURE, 0);
        declarations.confirm(panel.getFirst(), call);

        assertThat(waiting(secretary, "settleTie").getFirst().dueAt())
                .isEqualTo(stop(Deadline.REVIEW.key()).at());
    }

    @Test
    void theGroupsHaveAnsweredOnceTheLastOneHas() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        release();
        var planned = stop(Deadline.ACCEPTANCE.key()).at();
        give("P1", Answer.Kind.ACCEPTED);
        give("P3", Answer.Kind.ACCEPTED);
        assertThat(done()).as("one was offered what is left").doesNotContain(Deadline.ACCEPTANCE.key());
        clock.advance(Duration.ofDays(1));
        give("P2", Answer.Kind.ACCEPTED);

        assertThat(stop(Deadline.ACCEPTANCE.key()).doneOn()).isEqualTo(LocalDate.now(clock));
        assertThat(shown(Deadline.ACCEPTANCE.key()))
                .as("nobody else knows before the results are published")
                .satisfies(stop -> {
                    assertThat(stop.isDone()).isFalse();
                    assertThat(stop.at()).isEqualTo(planned);
                });
        var answered = written(LocalDate.now(clock));
        var published = publication().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
        assertThat(publicly()).contains("返事をする " + answered + "（済）");
    }

    @Test
    void nobodyReadsADayForTheAnswersThatNoLetterKeepsAnyMore() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        approved();
        confirm();
        settle();
        var named = stop(Deadline.ACCEPTANCE.key()).at();

        pass(7);
        opener.look();

        assertThat(timetable.of(calls.get(call)).stops())
                .extracting(Timetable.Stop::key)
                .doesNotContain(Deadline.ACCEPTANCE.key());
        post();
        assertThat(stop(Deadline.ACCEPTANCE.key()).at()).isAfter(named);
        assertThat(told.of(proposals.get("P1")).orElseThrow().answerBy())
                .isEqualTo(stop(Deadline.ACCEPTANCE.key()).at());
    }

    @Test
    void whatIsGivenBackIsToBeDoneAgain() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();

        approve.giveBack(task(head, "approveDecision"), "金額を確認してください", head);
        settle();

        assertThat(done()).contains("recommendation").doesNotContain("draft", "approval");
    }

    @Test
    void everybodyElseReadsThePlanUntilTheResultsArePublished() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        clock.advance(Duration.ofDays(31));
        var planned = publicly();
        assertThat(planned)
                .contains("審査委員が採点する")
                .containsOnlyOnce("受付を締め切る")
                .doesNotContain("採点する " + written(LocalDate.now(clock)));
        var ofGroup = readByAGroup();

        opener.look();
        for (var step : List.<Runnable>of(this::settle, this::recommend, this::draft, this::approveIt)) {
            step.run();
            assertThat(publicly()).isEqualTo(planned);
            assertThat(readByAGroup()).isEqualTo(ofGroup);
        }
        var approved = LocalDate.now(clock);
        confirm();
        post();
        settle();
        assertThat(publicly()).doesNotContain("採点する " + written(approved), "決定する " + written(approved));

        var published = publication().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();

        assertThat(results.of(call)).isPresent();
        assertThat(publicly())
                .contains(
                        "採点する " + written(approved) + "（済）",
                        "決定する " + written(approved) + "（済）",
                        "結果を公表する " + JapaneseDates.full(publication(), Locale.JAPANESE) + "（済）")
                .doesNotContain("起案");
    }

    @Test
    void fromTheLettersOnWhatIsDoneIsMarkedOnTheDayThatWasAnnouncedForIt() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approveIt();
        var approved = written(LocalDate.now(clock));
        var planned = publication();
        var checked =
                written(JapaneseDates.day(shown(Deadline.FORMAL_CHECK.key()).at()));
        var decides = "市が決定する "
                + written(JapaneseDates.day(shown(Deadline.APPROVAL.key()).at()));
        var passed = shown(Deadline.FORMAL_CHECK.key()).at().plusSeconds(1);
        var told = clock.instant();
        clock.stopAt(passed);
        assertThat(publicly()).as("before the letters").contains(checked).doesNotContain("確認する " + checked + "（済）");
        clock.stopAt(told);

        publication.confirm(task(secretary, "confirmPublication"), planned, finds(), secretary);
        settle();
        clock.stopAt(passed);
        var underWay = "送る 発送を進めています（すべて発送すると、その日が載ります）";
        assertThat(publicly())
                .as("letters still lie here")
                .contains(underWay)
                .doesNotContain("確認する " + checked + "（済）", decides);
        assertThat(readByAGroup()).contains("発送を進めています");
        post(letter -> true);
        var sent = "送る " + written(JapaneseDates.day(passed)) + "（済）";
        assertThat(publicly())
                .contains("確認する " + checked + "（済）", sent)
                .doesNotContain("発送を進めています", decides, "決定する " + approved);
        assertThat(readByAGroup()).contains(written(JapaneseDates.day(passed)) + "\n団体へ結果の通知書を送る\n済");

        clock.stopAt(planned.minusSeconds(60));
        assertThat(publicly()).contains(sent);
    }

    @Test
    void theLettersOfResultsThatAreHeldAreBeingPosted() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approveIt();
        confirm();
        settle();
        clock.stopAt(publication().plusSeconds(1));
        opener.look();
        assertThat(publicly()).contains("送る 発送を進めています").doesNotContain("結果を公表する");

        post();
        assertThat(publicly())
                .contains("送る " + written(LocalDate.now(clock)) + "（済）", "結果を公表する")
                .doesNotContain("発送を進めています");
        assertThat(stop(Deadline.PUBLICATION_PREPARATION.key()).doneOn()).isEqualTo(LocalDate.now(clock));
    }

    private Timetable.Stop shown(String key) {
        return timetable.shown(calls.get(call)).stream()
                .filter(stop -> stop.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsPlannedForAfterAPublicationThatComesSooner() {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        close();
        recommend();
        draft();
        approveIt();
        var letters = Deadline.PUBLICATION_PREPARATION.key();
        assertThat(timetable.shown(calls.get(call)))
                .extracting(Timetable.Stop::key)
                .contains(letters);

        dates.set(key(call), Deadline.PUBLICATION, stop(letters).at().minus(Duration.ofDays(3)));

        assertThat(timetable.shown(calls.get(call)))
                .filteredOn(stop -> !stop.key().equals(Deadline.ACCEPTANCE.key()))
                .last()
                .extracting(Timetable.Stop::key)
                .isEqualTo(Deadline.PUBLICATION);

        dates.leaveOpen(key(call), Deadline.PUBLICATION);
        assertThat(timetable.shown(calls.get(call)))
                .as("its day is open")
                .extracting(Timetable.Stop::key)
                .doesNotContain(letters, Deadline.PUBLICATION);
    }

    @Test
    void whereThereWasNothingToDecideNothingFollows() {
        pass(45);
        opener.look();
        settle();

        assertThat(results.ended(call)).isPresent();
        assertThat(timetable.of(calls.get(call)).stops())
                .extracting(Timetable.Stop::key)
                .containsExactly("opens", "closes");
        assertThat(timetable.shown(calls.get(call)))
                .extracting(Timetable.Stop::key)
                .containsExactly("opens", "closes");
    }

    private void approveIt() {
        approve.approve(task(head, "approveDecision"), head);
        settle();
    }

    private Instant publication() {
        return stop(Deadline.PUBLICATION).at();
    }

    private Timetable.Stop stop(String key) {
        return timetable.of(calls.get(call)).stops().stream()
                .filter(stop -> stop.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> done() {
        return timetable.of(calls.get(call)).stops().stream()
                .filter(Timetable.Stop::isDone)
                .map(Timetable.Stop::key)
                .toList();
    }

    private static String written(LocalDate day) {
        return JapaneseDates.full(day, Locale.JAPANESE);
    }

    /** The calendar on the page for everybody. */
    private String publicly() {
        return Jsoup.parse(guideline()).select("table").text();
    }

    private String guideline() {
        return new Browser(port).get("/guidelines/" + call).body();
    }

    /** The calendar on the page for groups. */
    private String readByAGroup() {
        signInAs(representatives.get("P1"));
        open("open-calls/" + call);
        var page = text();
        var calendar = page.substring(page.indexOf("\n日程\n"));
        return calendar.substring(0, calendar.indexOf("日程をカレンダーに取り込む"));
    }
}
