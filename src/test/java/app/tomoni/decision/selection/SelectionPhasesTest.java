package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the secretariat reads of a selection is true in each of its phases: nothing is still to come that is done. */
class SelectionPhasesTest extends SelectionCase {

    /** Sentences that are true in some phases only. */
    private static final String SCORING = "審査委員に採点をお願いしています";

    private static final String RECOMMENDING = "推薦案をまとめます";
    private static final String DRAFTING = "決定の案を起こします";
    private static final String APPROVING = "までに決裁します";
    private static final String PREPARING = "通知書と公表の内容を確かめます";
    private static final String POSTING = "事務局が、結果の通知書を発送し、台帳に記録します";
    private static final String WAITING = "準備ができました。";
    private static final String PUBLISHED = "公開ページを見る";
    private static final String ANSWERS = "お返事を待っている提案が";
    private static final String AFTERWARDS = "選考と決定を終えました。団体からのお返事を待っています";
    private static final String OVER = "結果を公表しました。";
    private static final String DRAFT_SUM = "決定の案の額の合計";
    private static final String DECIDED_SUM = "決定したときの額の合計";
    private static final String PROMISED_SUM = "いまお約束している額の合計";
    private static final String MAY_MOVE_UP = "この順番でご案内できます";
    private static final String NOBODY_WAITS = "ご案内を待っている次点の団体は、いまはありません。";
    private static final String LET_GO = "次点の待機を終える";
    private static final String RECORD = "決裁を記録する";
    private static final String POSTPONE = "公表の日時を延ばす";
    private static final String DAY = "お返事の期限を延ばす";

    private static final List<String> ALL = List.of(
            SCORING,
            RECOMMENDING,
            DRAFTING,
            APPROVING,
            PREPARING,
            POSTING,
            WAITING,
            PUBLISHED,
            ANSWERS,
            AFTERWARDS,
            OVER,
            DRAFT_SUM,
            DECIDED_SUM,
            PROMISED_SUM,
            MAY_MOVE_UP,
            NOBODY_WAITS,
            LET_GO,
            RECORD,
            POSTPONE,
            DAY);

    /** How far the selection has come, and which of the sentences are true then. */
    private record Phase(String name, List<String> said) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Phase> phases() {
        return Stream.of(
                new Phase("BOARD", List.of(RECOMMENDING, DRAFTING)),
                new Phase("RECOMMENDED", List.of(DRAFTING)),
                new Phase("DRAFTED", List.of(APPROVING, DRAFT_SUM, MAY_MOVE_UP, RECORD)),
                new Phase("APPROVED", List.of(PREPARING, DECIDED_SUM, MAY_MOVE_UP)),
                new Phase(
                        "TOLD",
                        List.of(POSTING, ANSWERS, DECIDED_SUM, PROMISED_SUM, MAY_MOVE_UP, LET_GO, POSTPONE, DAY)),
                new Phase(
                        "POSTED",
                        List.of(WAITING, ANSWERS, DECIDED_SUM, PROMISED_SUM, MAY_MOVE_UP, LET_GO, POSTPONE, DAY)),
                new Phase(
                        "PUBLISHED",
                        List.of(PUBLISHED, ANSWERS, AFTERWARDS, DECIDED_SUM, PROMISED_SUM, MAY_MOVE_UP, LET_GO, DAY)),
                new Phase("ANSWERED", List.of(PUBLISHED, OVER, DECIDED_SUM, PROMISED_SUM, NOBODY_WAITS)));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void whatIsSaidIsTrueInThePhase(Phase phase) {
        enter(Samples.komoro(), "P1", "P2", "P3", "P4", "P5");
        go(phase.name());
        signInAs(colleague);

        open("selections/" + call);

        assertThat(text()).contains(phase.said());
        assertThat(text())
                .doesNotContain(ALL.stream()
                        .filter(sentence -> !phase.said().contains(sentence))
                        .toList());
    }

    private void go(String phase) {
        var steps = List.<Runnable>of(
                this::close,
                this::recommend,
                this::draft,
                () -> {
                    approve.approve(task(head, "approveDecision"), head);
                    settle();
                },
                () -> {
                    confirm();
                    settle();
                },
                this::post,
                this::publish,
                () -> List.of("P1", "P2", "P3").forEach(group -> give(group, Answer.Kind.ACCEPTED)));
        var last = phases().map(Phase::name).toList().indexOf(phase);
        steps.subList(0, last + 1).forEach(Runnable::run);
    }

    private void publish() {
        var published = planned().plusSeconds(1);
        engine.passTo(published);
        clock.stopAt(published);
        publisher.publishWhatIsDue();
    }
}
