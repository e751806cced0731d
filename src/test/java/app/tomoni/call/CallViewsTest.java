package app.tomoni.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.OpenDay;
import app.tomoni.Statements;
import app.tomoni.ViewTest;
import app.tomoni.account.Deputies;
import app.tomoni.account.Invitations;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.TestMailServer;
import app.tomoni.account.signin.Passwords;
import app.tomoni.organisation.OrganisationChoice;
import app.tomoni.organisation.RegisterOrganisation;
import app.tomoni.organisation.Ties;
import app.tomoni.process.Cases;
import app.tomoni.process.OpenTask;
import app.tomoni.process.OpenTasks;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Holidays;
import app.tomoni.shared.Ids;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.ui.KeptForm;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

class CallViewsTest extends ViewTest {

    @Autowired
    private Calls calls;

    @Autowired
    private DraftCall draftCall;

    @Autowired
    private ReviseCall revise;

    @Autowired
    private AppointPanel panel;

    @Autowired
    private ApproveCall approve;

    @Autowired
    private DeleteDraft delete;

    @Autowired
    private ExtendCall extend;

    @Autowired
    private Panels panels;

    @Autowired
    private Readiness readiness;

    @Autowired
    private Holidays holidays;

    @Autowired
    private RegisterOrganisation registerOrganisation;

    @Autowired
    private Ties ties;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private OpenTasks tasks;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessDays businessDays;

    @Autowired
    private Clock clock;

    private PersonId secretary;
    private PersonId approver;

    @BeforeEach
    void knowTheHolidays() {
        jdbc.sql("INSERT INTO holiday (day, name) VALUES (?, '元日') ON CONFLICT DO NOTHING")
                .param(LocalDate.now(clock).plusYears(3).withDayOfYear(1))
                .update();
        secretary = person("事務局の人", Office.SECRETARIAT);
        approver = person("決裁の人", Office.APPROVER);
    }

    /** A complete draft whose dates lie around today. */
    private CallId complete(int opensInDays) {
        var today = LocalDate.now(clock);
        var id = draftCall.from(Template.LEVELS, "ひな形", secretary);
        put(id, "/title", "みんなで育てる協働事業");
        put(id, "/year", "2026");
        put(id, "/contact", "市民活動推進課");
        put(id, "/opensOn", today.plusDays(opensInDays).toString());
        put(id, "/closesOn", today.plusDays(opensInDays + 30).toString());
        put(id, "/publicationOn", today.plusDays(opensInDays + 150).toString());
        put(id, "/projectFrom", today.plusYears(1).toString());
        put(id, "/projectTo", today.plusYears(2).toString());
        for (var i = 0; i < 3; i++) {
            var reviewer = people.add("委員" + i, "イイン", null);
            panel.add(id, reviewer, secretary);
            if (i == 0) {
                panel.chair(id, reviewer, secretary);
            }
        }
        return id;
    }

    private void put(CallId id, String place, String typed) {
        var shown = calls.get(id).draft();
        revise.put(id, place, shown.within(place), shown.text(place), typed, secretary);
    }

    private CallId opened() {
        var id = complete(-1);
        approve.approve(id, approve.putForward(id, secretary), approver);
        return id;
    }

    @Test
    void anEmptyListSaysWhatToDoNext() {
        jdbc.sql("DELETE FROM call_exception").update();
        jdbc.sql("DELETE FROM call_extension").update();
        jdbc.sql("DELETE FROM call_for_proposals").update();
        signInAs(secretary);
        open("calls");
        assertThat(text()).contains("まだ募集はありません").contains("新しい募集をつくる");
    }

    @Test
    void aDraftIsKeptWhileItIsTyped() {
        signInAs(secretary);
        open("calls/new");
        test(button("「5段階で採点する協働事業の募集」からつくる")).click();
        var title = find("at-title", TextField.class);
        test(title).setValue("新しい協働事業");
        test(find("at-purpose", TextArea.class)).setValue("趣旨の文");

        var call =
                calls.all().stream().max(Comparator.comparing(Call::draftedAt)).orElseThrow();
        assertThat(call.title()).isEqualTo("新しい協働事業");
        assertThat(call.draft().text("/purpose")).isEqualTo("趣旨の文");
        assertThat(text()).contains("保存しました");
    }

    @Test
    void theTemplateOfACallIsNamedInTheLanguageOfWhoReads() {
        var id = draftCall.from(Template.LEVELS, "5段階で採点する協働事業の募集", secretary);
        signInAs(secretary);
        UI.getCurrent().setLocale(Locale.ENGLISH);

        open("calls/" + id);

        assertThat(text())
                .contains("Collaborative projects, scored in five levels")
                .doesNotContain("採点する協働事業の募集");
    }

    @Test
    void aWrongNumberIsKeptAndExplainedAtItsField() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/money");
        var ceiling = find("at-money-ceiling", TextField.class);
        test(ceiling).setValue("五十万");

        assertThat(ceiling.isInvalid()).isTrue();
        assertThat(ceiling.getErrorMessage()).contains("1件の上限額").contains("整数");
        assertThat(calls.get(id).draft().text("/money/ceiling")).isEqualTo("五十万");
    }

    @Test
    void aMistypedYearIsToldAtItsFieldAndNotKept() {
        var id = complete(10);
        var kept = calls.get(id).draft().text("/opensOn");
        signInAs(secretary);
        open("calls/" + id + "/design/dates");
        var opens = find("at-opensOn", DatePicker.class);
        test(opens).setValue(LocalDate.of(26, 12, 1));
        test(find("at-opensTime", TextField.class)).setValue("10:00");

        assertThat(opens.isInvalid()).isTrue();
        assertThat(opens.getErrorMessage()).contains("1900年から2100年まで");
        assertThat(calls.get(id).draft().text("/opensOn")).isEqualTo(kept);
    }

    @Test
    void aDayThatNobodyCanMeanLocksNobodyOut() {
        var id = complete(10);
        put(id, "/opensOn", "0026-12-01");
        assertThat(calls.get(id).opening()).isEmpty();
        assertThat(readiness.problems(calls.get(id))).containsExactly(Problem.of("/opensOn", "call.problem.date"));
        jdbc.sql("UPDATE call_for_proposals SET opens_at = '0026-12-15 09:00+09' WHERE id = ?")
                .param(id.value())
                .update();

        for (var reader : List.of(secretary, person("監査の人", Office.AUDITOR))) {
            signInAs(reader);
            open("calls");
            assertThat(text()).contains("みんなで育てる協働事業").contains("26年12月");
            open("calls/" + id);
            assertThat(text()).contains("日程表");
        }
        signInAs(secretary);
        open("calls/" + id + "/design/dates");
        assertThat(find("at-opensOn", DatePicker.class).isInvalid()).isTrue();
        open("calls/" + id + "/design/check");
        assertThat(text()).contains("「受付を始める日」は、1900年から2100年までの日付を入力してください。");
    }

    @Test
    void whatAColleagueWroteMeanwhileIsNeverOverwrittenUnseen() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/content");
        put(id, "/title", "同僚の名称");
        assertThat(scripts(() -> test(find("at-title", TextField.class)).setValue("自分の名称")))
                .as("nothing is under way")
                .anyMatch(script -> script.contains("refused"));

        assertThat(text()).contains("どちらの内容を残すか、画面の案内から選んでください。", "この欄は、別の画面").doesNotContain("端末に残っています");
        assertThat(calls.get(id).title()).isEqualTo("同僚の名称");
        assertThat(text()).contains("同僚の名称").contains("自分の入力を残す");
        test(button("自分の入力を残す")).click();
        assertThat(calls.get(id).title()).isEqualTo("自分の名称");
    }

    @Test
    void whoGivesACallTheNameOfAnotherReadsItBesideTheNameAndIsHinderedInNothing() {
        var name = "みどりの提案 " + Ids.next();
        var earlier = complete(10);
        put(earlier, "/title", name);
        var copy = draftCall.copyOf(earlier, "写し", secretary);
        signInAs(secretary);
        open("calls/" + copy + "/design/content");
        assertThat(text()).contains("「" + name + "」という名前の募集は、ほかにもあります（令和");
        assertThat(find("at-title", TextField.class).isInvalid()).isFalse();

        test(find("at-title", TextField.class)).setValue(name + "（冬）");

        assertThat(text()).doesNotContain("という名前の募集は");
        assertThat(calls.get(copy).title()).isEqualTo(name + "（冬）");
    }

    @Test
    void whatTheBrowserHadLeftGoesOnFromWhatHadArrivedAndAsksOtherwise() {
        var id = complete(10);
        put(id, "/purpose", "届いた文");
        signInAs(secretary);
        open("calls/" + id + "/design/content");

        left("/purpose", "届いた文と、続き");
        assertThat(calls.get(id).draft().text("/purpose")).isEqualTo("届いた文と、続き");
        left("/purpose", "ほかの文");
        assertThat(calls.get(id).draft().text("/purpose")).isEqualTo("届いた文と、続き");
        assertThat(text()).contains("自分の入力を残す");
    }

    @Test
    void whatWasTypedForAnActComesBackAndIsNotTakenWhileItIsTooLong() {
        var id = opened();
        signInAs(secretary);
        open("calls/" + id);
        $(ShortForm.class)
                .all()
                .forEach(form ->
                        ReflectionTestUtils.invokeMethod(form, "restore", "call-extension-reason", "大雨の影響", ""));
        var reason = find("call-extension-reason", TextArea.class);
        assertThat(reason.getValue()).isEqualTo("大雨の影響");

        test(reason).setValue("雨".repeat(401));
        assertThat(reason.getErrorMessage()).contains("400字以内").contains("401字");
        test(find("call-extension-day", DatePicker.class))
                .setValue(LocalDate.now(clock).plusDays(50));
        test(button("受付を延長する")).click();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getValue()).hasSize(401);
        assertThat(calls.get(id).extensions()).isEmpty();
    }

    /** A browser gives back what it had typed over an empty field. */
    private void left(String place, String typed) {
        ReflectionTestUtils.invokeMethod($(KeptForm.class).single(), "restore", place, typed, "");
    }

    @Test
    void criteriaAndTheirLevelsAreAddedAndTakenAway() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        test(button("審査基準を追加する")).click();
        assertThat(calls.get(id).draft().size("/criteria")).isEqualTo(6);
        test(find("at-criteria-5-name", TextField.class)).setValue("先駆性");
        test(button("6番目の審査基準を上へ")).click();
        assertThat(calls.get(id).draft().text("/criteria/4/name")).isEqualTo("先駆性");
        test(button("5番目の審査基準を消す")).click();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("5番目の審査基準を消しますか");
        assertThat(calls.get(id).draft().size("/criteria")).isEqualTo(6);
        assertThat(scripts(() -> test(button("消す")).click())).anyMatch(script -> script.contains("focus"));
        assertThat(calls.get(id).draft().size("/criteria")).isEqualTo(5);
        assertThat(calls.get(id).draft().points()).isEqualTo(100);
        assertThat(text()).contains("5番目の審査基準を消しました。", "配点の合計 100点");
    }

    @Test
    void aLevelIsTakenAwayAtOnceAsLongAsNothingIsWrittenThere() {
        var id = complete(10);
        var levels = calls.get(id).draft().size("/criteria/0/levels");
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        assertThat(scripts(
                        () -> test($(Button.class).withText("段階を追加する").first()).click()))
                .anyMatch(script -> script.contains("focus"));
        assertThat(calls.get(id).draft().size("/criteria/0/levels")).isEqualTo(levels + 1);

        test(button("1番目の審査基準の" + (levels + 1) + "番目の段階を消す")).click();
        assertThat(calls.get(id).draft().size("/criteria/0/levels")).isEqualTo(levels);

        test(button("1番目の審査基準の1番目の段階を消す")).click();
        assertThat(calls.get(id).draft().size("/criteria/0/levels")).isEqualTo(levels);
        test(button("消す")).click();
        assertThat(calls.get(id).draft().size("/criteria/0/levels")).isEqualTo(levels - 1);
        assertThat(text()).contains("1番目の審査基準の1番目の段階を消しました。");
    }

    @Test
    void whatTheCriteriaBringTogetherIsSaidWhileTheyAreWritten() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        var points = Integer.parseInt(calls.get(id).draft().text("/criteria/0/max"));

        test(find("at-criteria-0-max", TextField.class)).setValue(String.valueOf(points + 7));

        assertThat(text()).contains("配点の合計 107点");
    }

    @Test
    void aCriterionNamesWhatItIsJudgedByAndWhichMarksNeedAReason() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        choose(Set.of("projectTitle", "section:issue"));
        test(comment()).selectItem("すべての点のとき");

        var criterion = calls.get(id).guideline().criteria().getFirst();
        assertThat(criterion.evidence()).containsExactly("section:issue", "projectTitle");
        assertThat(criterion.comment()).isEqualTo(CommentRule.ALWAYS);
        var copied = calls.get(draftCall.copyOf(id, "写し", secretary)).draft();
        assertThat(copied.chosen("/criteria/0/evidence")).isEqualTo(criterion.evidence());
        assertThat(copied.text("/criteria/0/comment")).isEqualTo("ALWAYS");
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<String> evidence() {
        return find("at-criteria-0-evidence", MultiSelectComboBox.class);
    }

    private void choose(Set<String> places) {
        var field = evidence();
        var before = field.getValue();
        field.setValue(places);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, before, true));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> comment() {
        return find("at-criteria-0-comment", RadioButtonGroup.class);
    }

    @Test
    void aCriterionPointsOnlyAtWhatReviewersFindInTheForm() {
        var id = complete(10);
        assertThat(readiness.problems(calls.get(id))).isEmpty();

        for (var place : List.of("formerField", "confidentialAttachments")) {
            put(id, "/criteria/0/evidence", "purpose," + place);
            assertThat(readiness.problems(calls.get(id)))
                    .containsExactly(Problem.of("/criteria/0/evidence", "call.problem.evidence"));
        }
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        assertThat(evidence().isInvalid()).isTrue();
        choose(Set.of("purpose"));

        assertThat(evidence().isInvalid()).isFalse();
        assertThat(readiness.problems(calls.get(id))).isEmpty();
    }

    @Test
    void whatAColleagueMovedMeanwhileIsNeverTakenAwayInItsPlace() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        revise.move(id, "/criteria/1", true, Map.of("/id", calls.get(id).draft().text("/criteria/1/id")), secretary);
        var before = calls.get(id).draft().json();

        test(button("1番目の審査基準を消す")).click();
        test(button("消す")).click();
        test(button("2番目の審査基準を上へ")).click();
        test(button("1番目の審査基準の1番目の段階を消す")).click();
        test(button("消す")).click();

        assertThat(calls.get(id).draft().json()).isEqualTo(before);
        assertThat(text()).contains("ほかの人がこの項目を変えたか");
    }

    @Test
    void whatIsTypedIntoACriterionNeverLandsInAnotherThatHasTakenItsPlace() {
        var id = complete(10);
        put(id, "/criteria/0/question", "同じ文");
        put(id, "/criteria/1/question", "同じ文");
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        revise.move(id, "/criteria/1", true, Map.of("/id", calls.get(id).draft().text("/criteria/1/id")), secretary);
        var before = calls.get(id).draft().json();

        test(find("at-criteria-0-question", TextArea.class)).setValue("別の基準に書いたつもりの文");

        assertThat(calls.get(id).draft().json()).isEqualTo(before);
        assertThat(text()).contains("ほかの人がこの項目を変えたか");
        assertThat(find("at-criteria-0-question", TextArea.class).getValue()).isEqualTo("別の基準に書いたつもりの文");
    }

    @Test
    void whatIsMissingIsListedBeforeACallCanBePutForward() {
        var id = complete(10);
        put(id, "/criteria/0/levels/2/text", "");
        put(id, "/quorum", "7");
        signInAs(secretary);
        open("calls/" + id + "/design/check");

        assertThat(text()).contains("1番目の審査基準の3番目の段階の説明").contains("審査委員が、あと4人必要です");
        test(button("決裁に出す")).click();
        assertThat(calls.get(id).isDraft()).isTrue();
        assertThat(text()).containsOnlyOnce("あと4人必要です");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("calls/" + id + "/design/panel?at=%2Fpanel");

        UI.getCurrent()
                .navigate(
                        "calls/" + id + "/design/criteria",
                        QueryParameters.simple(Map.of("at", "/criteria/0/levels/2/text")));
        assertThat(find("at-criteria-0-levels-2-text", TextArea.class).isInvalid())
                .isTrue();
    }

    @Test
    void withoutAPanelOrAChairACallIsNotPutForward() {
        var id = complete(10);
        panel.remove(id, panels.chair(id).orElseThrow(), secretary);
        assertThat(readiness.problems(calls.get(id)))
                .extracting(Problem::messageKey)
                .contains("call.problem.noChair");
        assertThatThrownBy(() -> approve.putForward(id, secretary)).isInstanceOf(Refusal.class);

        panels.members(id).forEach(member -> panel.remove(id, member, secretary));
        assertThat(readiness.problems(calls.get(id)))
                .extracting(Problem::messageKey)
                .as("what is to be done grows no longer while it is done")
                .contains("call.problem.noPanel", "call.problem.noChair");
        assertThatThrownBy(() -> approve.putForward(id, secretary)).isInstanceOf(Refusal.class);
        assertThat(calls.get(id).isDraft()).isTrue();
    }

    @Test
    void aPanelThatIsNotCompleteYetIsNoError() {
        var id = complete(10);
        panels.members(id).stream().skip(1).forEach(member -> panel.remove(id, member, secretary));
        put(id, "/quorum", "3");
        signInAs(secretary);
        open("calls/" + id + "/design/panel");

        assertThat(text()).contains("審査委員が、あと2人必要です");
        assertThat(find("at-quorum", TextField.class).isInvalid()).isFalse();
        assertThat($(Note.class).all()).noneMatch(note -> note.hasClassName("err"));
    }

    @Test
    void aNewCallSaysWhomToAskAsTheLatestOneDid() {
        complete(10);
        var latest = calls.all().stream()
                .map(call -> call.draft().text("/contact"))
                .filter(contact -> !contact.isBlank())
                .findFirst();

        var next = draftCall.from(Template.POINTS, "ひな形", secretary);

        assertThat(calls.get(next).draft().text("/contact")).isNotBlank().isEqualTo(latest.orElseThrow());
    }

    @Test
    void whoWasOnAPanelCanBeAppointedAgain() {
        var id = complete(10);
        var before = panels.members(id).getLast();
        panel.remove(id, before, secretary);

        assertThat(panels.formerMembers()).contains(before).containsAll(panels.members(id));
        people.close(before);
        assertThat(panels.formerMembers()).doesNotContain(before);
    }

    @Test
    void aCallThatIsNoDraftKeepsAPanelAndSomebodyInItsChair() {
        var id = opened();
        var chair = panels.chair(id).orElseThrow();
        assertThatThrownBy(() -> panel.remove(id, chair, secretary)).hasMessageContaining("call.panel.lastChair");
        assertThat(panels.members(id)).hasSize(3).contains(chair);

        var others = panels.members(id).stream()
                .filter(member -> !member.equals(chair))
                .toList();
        panel.actingChair(id, others.getFirst(), secretary);
        panel.remove(id, chair, secretary);
        assertThatThrownBy(() -> panel.remove(id, others.getFirst(), secretary))
                .hasMessageContaining("call.panel.lastChair");
        panel.remove(id, others.getLast(), secretary);
        assertThatThrownBy(() -> panel.remove(id, others.getFirst(), secretary))
                .hasMessageContaining("call.panel.last");
        assertThat(panels.members(id)).containsExactly(others.getFirst());
    }

    @Test
    void aDoubleClickAddsSomebodyToThePanelOnceAndComplainsOfNothing() {
        var id = complete(10);
        var before = panels.members(id).getLast();
        panel.remove(id, before, secretary);
        signInAs(secretary);
        open("calls/" + id + "/design/panel");
        var known = known();
        test(button("審査委員に加える")).click();
        assertThat(known.getErrorMessage()).isEqualTo("追加する方を選んでください。");

        known.setValue(before);
        clickTwice(button("審査委員に加える"));
        assertThat(panels.members(id)).contains(before);
        assertThat(text()).contains("さんを審査委員に加えました。この方の招待コードです。").doesNotContain("この方はすでに審査委員です。");
        assertThat(known.isInvalid()).isFalse();
        assertThat(known.isEmpty()).isTrue();
        assertThat(known.getListDataView().getItems()).doesNotContain(before);

        var fresh = "新しい人" + Ids.next();
        test(find("panel-name", TextField.class)).setValue(fresh);
        test(find("panel-kana", TextField.class)).setValue("あたらしいひと");
        clickTwice(button("審査委員に加えて案内する"));
        assertThat(text()).contains(fresh + "さんを審査委員に加えました。", "入力するページ：http", "/invitation");
        assertThat(find("panel-name", TextField.class).isInvalid()).isFalse();
        test(button("審査委員に加えて案内する")).click();
        assertThat(find("panel-name", TextField.class).isInvalid()).isTrue();
        assertThat(text()).as("a code that is shown once").contains("入力するページ：http");
    }

    @Test
    void whatWasDoneToThePanelIsNoNewsOnceSomethingElseIsTried() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/panel");
        test(button("委員長にする")).click();
        assertThat(text()).contains("さんを委員長にしました。");

        test(button("審査委員に加えて案内する")).click();

        assertThat(find("panel-name", TextField.class).isInvalid()).isTrue();
        assertThat(text()).doesNotContain("さんを委員長にしました。");
    }

    @Test
    void whoStandsHereByTheNameAlreadyIsAskedForBeforeThereAreTwo() {
        var name = "同姓 " + Ids.next().toString().substring(24);
        var account = people.add(name, "ドウセイ", "same" + Ids.next() + "@example.jp");
        passwords.change(account, "minato-no-no-kokage-2026");
        offices.appoint(account, Office.FINANCE, null, LocalDate.now(clock), null);
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/panel");

        test(find("panel-name", TextField.class)).setValue(name.replace(" ", ""));
        test(find("panel-kana", TextField.class)).setValue("どうせい");
        test(button("審査委員に加えて案内する")).click();
        assertThat(text())
                .contains("という名前の方が、すでに登録されています", name + "（ドウセイ）", "財政担当")
                .doesNotContain("same", "さんを審査委員に加えました");
        assertThat(find("panel-name", TextField.class).getValue())
                .as("nothing typed is lost")
                .isNotEmpty();
        test(button("この方です")).click();
        assertThat(text()).contains("登録はお済みです").doesNotContain("すでに登録されています");
        assertThat(panels.members(id)).contains(account);
        assertThat(people.named(name)).containsExactly(account);

        test(find("panel-name", TextField.class)).setValue(name);
        test(find("panel-kana", TextField.class)).setValue("どうせい");
        test(button("審査委員に加えて案内する")).click();
        test(find("panel-kana", TextField.class)).setValue("");
        assertThat(text()).as("nobody is added without a reading").doesNotContain("すでに登録されています");
        test(find("panel-kana", TextField.class)).setValue("どうせい");
        test(button("審査委員に加えて案内する")).click();
        test(button("同じ名前の別の方として加える")).click();
        assertThat(text()).contains(name + "さんを審査委員に加えました。この方の招待コードです。");
        assertThat(people.named(name)).hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private Select<PersonId> known() {
        return $(Select.class).all().stream()
                .filter(select -> "これまでの審査委員から選ぶ".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void clickTwice(Button button) {
        test(button).click();
        clickAgain(button);
    }

    @Test
    void whoLostACodeOnPaperGetsAnotherAndTheOldOneWorksNoMore() {
        var id = complete(10);
        var member = panels.members(id).getFirst();
        var lost = panel.invite(id, member, secretary).orElseThrow();
        signInAs(secretary);
        open("calls/" + id + "/design/panel");

        test(named(people.name(member) + "さんにもう一度案内する")).click();

        assertThat(text()).contains(people.name(member) + "さんの新しい招待コードです");
        assertThat(invitations.opened(lost)).isEmpty();
        assertThat(invitations.openOf(member)).singleElement().matches(open -> !open.byMail());
        panel.remove(id, member, secretary);
        assertThatThrownBy(() -> panel.invite(id, member, secretary)).hasMessageContaining("call.panel.noInvitation");
    }

    @Test
    void whoIsKnownAndCannotSignInYetIsInvitedByMailOnceMore() {
        var address = "lost" + Ids.next() + "@example.jp";
        var member = people.add("失くした人", "ナクシタヒト", address);
        var id = complete(10);
        server.set(true);
        signInAs(secretary);
        open("calls/" + id + "/design/panel");
        test(find("panel-name", TextField.class)).setValue("失くした人");
        test(find("panel-kana", TextField.class)).setValue("なくしたひと");
        test(find("panel-mail", TextField.class)).setValue(address);
        test(button("審査委員に加えて案内する")).click();
        var first = invitations.openOf(member);
        assertThat(first).singleElement().matches(Invitations.Open::byMail);

        test(named("失くした人さんにもう一度案内する")).click();
        assertThat(text()).contains("案内のメールをあらためてお送りします");
        assertThat(invitations.openOf(member)).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(jdbc.sql("SELECT count(*) FROM mail WHERE person_id = ? AND template = 'invitation'")
                        .param(member.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        passwords.change(member, "minato-no-no-kokage-2026");
        open("calls/" + id + "/design/panel");
        assertThat(text()).contains("失くした人");
        assertThat($(Button.class).all())
                .noneMatch(button -> button.getAriaLabel().equals(Optional.of("失くした人さんにもう一度案内する")));
        assertThatThrownBy(() -> panel.invite(id, member, secretary)).hasMessageContaining("call.panel.noInvitation");
    }

    @Autowired
    private TestMailServer server;

    @AfterEach
    void withoutAMailServer() {
        server.set(false);
    }

    @Test
    void whereNoMailIsSentWhoHasAnAddressGetsACodeTooAndIsOnePerson() {
        var address = "kami" + Ids.next() + "@example.jp";
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/panel");
        assertThat(find("panel-mail", TextField.class).getHelperText()).contains("この環境からはメールをお送りできません");
        addToPanel("紙の人", address);
        assertThat(text()).contains("紙の人さんを審査委員に加えました。この方の招待コードです。").doesNotContain("案内のメール");
        var member = people.withMail(address).orElseThrow();

        test(named("紙の人さんにもう一度案内する")).click();
        assertThat(text()).contains("紙の人さんの新しい招待コードです").doesNotContain("案内のメール");
        test(named("紙の人さんを委員長にする")).click();
        assertThat(text()).as("a code that is shown once stays").contains("紙の人さんの新しい招待コードです");
        clickAgain(named("紙の人さんを外す"));
        assertThat(text()).as("the row that has just moved up").contains("紙の人さんの新しい招待コードです");
        test(named("紙の人さんを外す")).click();
        assertThat(text()).doesNotContain("紙の人さんの新しい招待コードです");
        addToPanel("紙の人", address);
        assertThat(text()).contains("この方の招待コードです。").doesNotContain("審査委員から外しました");
        assertThat(panels.members(id)).contains(member);

        people.close(member);
        open("calls/" + id + "/design/panel");
        assertThat(text()).contains("紙の人\nご利用を停止しています");
        people.open(member);
        passwords.change(member, "minato-no-no-kokage-2026");
        panel.remove(id, member, secretary);
        open("calls/" + id + "/design/panel");
        addToPanel("紙の人", address);
        assertThat(text()).contains("登録はお済みです", "ご本人にお伝えください").doesNotContain("案内のメール");
    }

    private void addToPanel(String name, String address) {
        test(find("panel-name", TextField.class)).setValue(name);
        test(find("panel-kana", TextField.class)).setValue("よみ");
        test(find("panel-mail", TextField.class)).setValue(address);
        test(button("審査委員に加えて案内する")).click();
    }

    @Test
    void anExtensionLeavesRoomForTheDeadlinesBeforeThePublication() {
        var id = opened();
        var before = calls.get(id).closesAt();
        signInAs(secretary);
        open("calls/" + id);
        var day = find("call-extension-day", DatePicker.class);
        test(day).setValue(LocalDate.now(clock).plusDays(120));
        assertThat(day.getErrorMessage()).contains("結果を公表できるのは早くても");
        test(find("call-extension-publication", DatePicker.class))
                .setValue(LocalDate.now(clock).plusDays(240));
        assertThat(day.isInvalid()).as("the publication moves as well").isFalse();
        test(find("call-extension-publication", DatePicker.class)).setValue(null);
        assertThat(day.isInvalid()).isTrue();
        test(day).setValue(LocalDate.now(clock).plusDays(50));
        assertThat(day.isInvalid()).isFalse();

        assertThatThrownBy(() -> extend.forAll(id, before.plus(Duration.ofDays(91)), null, "大雨", secretary))
                .hasMessageContaining("call.extend.room");
        assertThat(calls.get(id).closesAt()).isEqualTo(before);
    }

    @Test
    void anyGroupIsFoundForALateAdmissionAndNoneIsLoadedBefore() {
        var id = opened();
        jdbc.sql("""
                        INSERT INTO organisation (id, name, name_kana, added_at, added_by, version)
                        SELECT gen_random_uuid(), '多数の会', 'アアア', now(), ?, 0 FROM generate_series(1, 2000)""").param(secretary.value()).update();
        var last = registerOrganisation.register("んの会", "んのかい", secretary);
        try {
            signInAs(secretary);
            assertThat(Statements.of(() -> open("calls/" + id)))
                    .noneMatch(sql -> sql.contains("from organisation ") && sql.contains(" like "));

            assertThat(groups("")).hasSize(50);
            assertThat(groups("んの"))
                    .extracting(OrganisationChoice::organisation)
                    .containsExactly(last);
        } finally {
            jdbc.sql("DELETE FROM organisation WHERE name = '多数の会'").update();
        }
    }

    /** The first page of what is offered for what was typed. */
    @SuppressWarnings("unchecked")
    private List<OrganisationChoice> groups(String typed) {
        var group = test((ComboBox<OrganisationChoice>) find("call-late-group", ComboBox.class));
        group.setFilter(typed);
        return group.getSuggestionItems().stream().limit(50).toList();
    }

    @Test
    void noClosingIsMovedBeyondTheKnownHolidays() {
        var id = opened();
        var group = registerOrganisation.register("海の会", "うみのかい", secretary);
        var beyond = holidays.knownUntil()
                .plusDays(1)
                .atStartOfDay(JapaneseDates.ZONE)
                .toInstant();

        assertThatThrownBy(() -> extend.forAll(id, beyond, null, "大雨", secretary))
                .hasMessageContaining("shared.holidays.unknown");
        assertThatThrownBy(() -> extend.askForOne(id, group, beyond, "通信の障害", secretary))
                .hasMessageContaining("shared.holidays.unknown");
        assertThat(calls.get(id).extensions()).isEmpty();
        assertThat(calls.get(id).lateAdmissions()).isEmpty();
    }

    @Test
    void everyPartOfTheDesignOpens() {
        var id = complete(10);
        signInAs(secretary);
        for (var part : new String[] {"content", "dates", "criteria", "panel", "money", "deadlines", "rule", "check"}) {
            open("calls/" + id + "/design/" + part);
            assertThat(text()).as(part).contains("募集の設計");
        }
        open("calls/" + id + "/design/dates");
        assertThat(text()).contains("採点の期限");
    }

    @Test
    void aCallGoesFromDraftToOpenWithTwoPeople() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/preview");
        assertThat(text())
                .contains("役割分担", "満点の60％以上", "ログインして提案を始める", "ご用意いただく書類", "規約・会則、前年度の決算書")
                .contains("事務局が形式を確認する", "提案ごとに、受け付けた日から数えます")
                .doesNotContain("起案の期限", "受付後の確認の期限");
        open("calls/" + id + "/design/check");
        test(button("決裁に出す")).click();
        assertThat(calls.get(id).waitsForApproval()).isTrue();

        signInAs(approver);
        open("calls/" + id);
        assertThat(text()).as("what is approved").contains("役割分担", "満点の60％以上", "規約・会則、前年度の決算書");
        test(button("承認する")).click();
        test(button("この内容で承認する")).click();
        assertThat(calls.get(id).isApproved()).isTrue();

        signInAs(secretary);
        open("calls/" + id);
        test(button("いま受付を始める")).click();
        test(button("受付を始める")).click();
        assertThat(calls.get(id).isOpen(clock.instant())).isTrue();
        assertThat(text()).contains("受付を始めました。");
    }

    @Test
    void whoApprovesOrRecordsWhatHasBeenChangedSinceThePageWasOpenedGetsThePresentTextToRead() {
        var id = complete(10);
        for (var way : Map.of(approver, "承認する", person("事務局の同僚", Office.SECRETARIAT), "決裁を記録する")
                .entrySet()) {
            approve.putForward(id, secretary);
            signInAs(way.getKey());
            open("calls/" + id);
            if (!way.getKey().equals(approver)) {
                test(find("call-record-day", DatePicker.class)).setValue(LocalDate.now(clock));
                test(find("call-record-office", TextField.class)).setValue("市民部長");
                test(find("call-record-number", TextField.class)).setValue("８市活第１２号");
            }
            approve.takeBack(id, secretary);
            put(id, "/title", "書き直した募集・" + way.getValue());
            approve.putForward(id, secretary);

            test(button(way.getValue())).click();
            test(button(way.getKey().equals(approver) ? "この内容で承認する" : "この決裁を記録する"))
                    .click();

            assertThat(calls.get(id).isApproved()).isFalse();
            assertThat(text()).contains("内容が変わりました", "書き直した募集・" + way.getValue());
            approve.takeBack(id, secretary);
        }
        approve.putForward(id, secretary);
        signInAs(approver);
        open("calls/" + id);
        test(button("承認する")).click();
        test(button("この内容で承認する")).click();
        assertThat(calls.get(id).isApproved()).isTrue();
    }

    @Test
    void aCallThatWaitsStandsInTheInboxOfThoseWhoMayApproveItUntilItIsAnswered() {
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        var deputy = people.add("代決の人", "ダイケツ", null);
        var today = LocalDate.now(clock);
        deputies.appoint(deputy, approver, Office.APPROVER, null, today, today);
        var id = complete(10);
        assertThat(waiting(approver, id)).isEmpty();

        approve.putForward(id, secretary);
        assertThat(waiting(approver, id)).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("みんなで育てる協働事業");
            assertThat(task.dueAt()).isEqualTo(calls.get(id).opensAt());
        });
        assertThat(waiting(deputy, id)).hasSize(1);
        assertThat(waiting(secretary, id)).as("who drafted it").isEmpty();
        assertThat(waiting(person("財政の人", Office.FINANCE), id)).isEmpty();
        signInAs(approver);
        open("inbox?call=" + id);
        assertThat(text()).contains("募集を決裁する・決裁者", "決裁者が募集の内容を確かめます（期限：").containsPattern("期限：\\d+月\\d+日（.）9時");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("calls/" + id + "#approval");
        open("calls/" + id);
        assertThat(text()).containsPattern("決裁者が、受付を始める日時（.+9時）までに内容を確かめます。");
        open("inbox?table=1&call=" + id);
        assertThat(text()).contains("みんなで育てる協働事業", "募集を決裁する");
        var task = waiting(approver, id).getFirst();
        assertThatThrownBy(() -> cases.complete(task.id(), approver, Map.of())).isInstanceOf(Refusal.class);
        assertThat(cases.task(task.id(), approver)).as("a step of a case").isEmpty();

        approve.takeBack(id, secretary);
        assertThat(waiting(approver, id)).isEmpty();
        approve.sendBack(id, approve.putForward(id, secretary), "上限額をご確認ください", approver);
        assertThat(waiting(approver, id)).isEmpty();
        approve.approve(id, approve.putForward(id, secretary), approver);
        assertThat(waiting(approver, id)).isEmpty();
    }

    @Test
    void whoApprovesACallSeesItsPanelAndItsRecord() {
        var id = complete(10);
        var chair = people.name(panels.chair(id).orElseThrow());
        approve.putForward(id, secretary);
        signInAs(approver);
        open("calls/" + id);

        assertThat(text()).contains("審査委員", chair, "委員長", "委員1", "委員2").doesNotContain("委員長にする", "審査委員に加える", "任意");
        test(button("事務局へ戻す")).click();
        assertThat(find("call-approval-reason", TextArea.class).getErrorMessage())
                .isEqualTo("戻す理由を入力してください。");
        follow(id, "この募集の記録");
        assertThat(text()).contains("募集を起案しました", "委員1さんを審査委員に委嘱しました");

        signInAs(person("担当課の人", Office.FINANCE));
        open("calls/" + id);
        assertThat(text()).doesNotContain(chair, "この募集の記録");
    }

    @Test
    void aCallThatCameBackIsTheSecretariatsTaskUntilItIsPutForwardAgain() {
        var id = complete(10);
        signInAs(approver);
        approve.sendBack(id, approve.putForward(id, secretary), "上限額をご確認ください", approver);

        assertThat(waiting(secretary, id)).singleElement().satisfies(task -> {
            assertThat(task.address()).isEqualTo("calls/" + id);
            assertThat(task.dueAt()).isEqualTo(calls.get(id).opensAt());
        });
        assertThat(waiting(person("事務局の同僚", Office.SECRETARIAT), id)).hasSize(1);
        assertThat(waiting(approver, id)).isEmpty();
        signInAs(secretary);
        open("inbox?call=" + id);
        assertThat(text()).contains("戻された募集を直す", "事務局が募集の内容を直します（期限：").contains("、" + people.name(approver) + "さん）");
        open("calls/" + id);
        assertThat(text()).containsPattern("事務局が、受付を始める日時（.+9時）までに内容を直します。").contains("理由：上限額をご確認ください");
        put(id, "/closesOn", "");
        put(id, "/opensOn", LocalDate.now(clock).minusDays(1).toString());
        open("calls/" + id);
        assertThat(text()).contains("が過ぎているため、事務局が、受付を終える日時（まだ決まっていません）");

        put(id, "/closesOn", LocalDate.now(clock).plusDays(30).toString());
        approve.putForward(id, secretary);
        assertThat(waiting(secretary, id)).isEmpty();
        assertThat(waiting(approver, id)).hasSize(1);
    }

    @Test
    void aDraftSaysNoYearBeforeSomebodyHasChosenOne() {
        var id = complete(10);
        put(id, "/year", "");
        signInAs(secretary);
        for (var page : List.of("calls", "calls/" + id)) {
            open(page);
            assertThat(text()).contains("年度はまだ決まっていません");
        }
        put(id, "/year", "2027");
        open("calls/" + id);
        assertThat(text()).contains("令和9（2027）年度").doesNotContain("年度はまだ決まっていません");
    }

    @Test
    void nobodyIsAdmittedLateBeforeTheCallHasOpened() {
        var id = complete(10);
        approve.approve(id, approve.putForward(id, secretary), approver);
        signInAs(secretary);
        open("calls/" + id);
        assertThat(text()).doesNotContain("個別の受付");
        var group = registerOrganisation.register("冬の会", "ふゆのかい", secretary);
        var until = calls.get(id).closesAt().plus(Duration.ofDays(2));
        refused("call.exception.notOpen", () -> extend.askForOne(id, group, until, "大雪のため", secretary));

        test(button("いま受付を始める")).click();
        test(button("受付を始める")).click();
        assertThat(text()).contains("個別の受付を申し出る");
    }

    @Test
    void theLevelsOfACriterionAreCountedInOneWayOnly() {
        var id = complete(10);
        signInAs(secretary);
        open("calls/" + id + "/design/criteria");
        assertThat(text())
                .contains("1番目の段階の番号", "1番目の段階の点数", "1番目の段階の説明", "番号が2以下の段階")
                .doesNotContainPattern("段階\\d");
        assertThat(find("at-criteria-0-question", TextArea.class).getHelperText())
                .doesNotContain("問いかけ");
    }

    @Test
    void aClosingInThePastIsToldAtItsFieldAndNotPutForward() {
        var id = complete(-40);
        signInAs(secretary);
        open("calls/" + id + "/design/dates");
        assertThat(find("at-closesOn", DatePicker.class).getErrorMessage()).contains("「受付を終える日」と時刻が過ぎています。");

        open("calls/" + id + "/design/check");
        test(button("決裁に出す")).click();
        assertThat(text()).doesNotContain("必要な項目はすべてそろっています");
        assertThat(calls.get(id).isDraft()).isTrue();
    }

    @Test
    void anOpeningInThePastIsSaidBeforeTheCallIsPutForwardAndItsTaskIsNotLateFromTheStart() {
        var id = complete(-1);
        signInAs(secretary);
        open("calls/" + id + "/design/check");
        assertThat(text()).contains("このまま承認されると、すぐに受付が始まります。");
        test(button("決裁に出す")).click();

        assertThat(waiting(approver, id))
                .singleElement()
                .satisfies(
                        task -> assertThat(task.dueAt()).isEqualTo(calls.get(id).closesAt()));
        var next = "承認されると、決めた日時に（過ぎているときは、すぐに）受付が始まります。";
        signInAs(approver);
        open("calls/" + id);
        assertThat(text())
                .containsPattern("が過ぎているため、決裁者が、受付を終える日時（.+17時）までに内容を確かめます。")
                .contains(next);
        open("inbox?call=" + id);
        assertThat(text()).contains(next);

        signInAs(secretary);
        open("calls/" + complete(10) + "/design/check");
        assertThat(text()).doesNotContain("すぐに受付が始まります");
    }

    @Test
    void aDraftThatNobodyNeedsIsDeletedAfterAQuestionAndTheRecordSaysSo() {
        var id = complete(10);
        var members = panels.members(id);
        invitations.byCode(
                new Invitations.Offer(members.getFirst(), Office.REVIEWER, id.value(), LocalDate.now(clock), null));
        signInAs(secretary);
        open("calls/" + id);
        test(button("下書きを削除する")).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("「みんなで育てる協働事業」の下書きを削除します");
        test(button("削除せずに戻る")).click();
        assertThat(calls.find(id)).isPresent();

        test(button("下書きを削除する")).click();
        test(button("削除する")).click();
        assertThat(text()).contains("下書きを削除しました").doesNotContain("募集の設計を続ける");
        assertThat(calls.find(id)).isEmpty();
        assertThat(panels.members(id)).isEmpty();
        assertThat(panels.chair(id)).isEmpty();
        assertThat(invitations.openOf(members.getFirst())).isEmpty();
        refused("call.draft.deleted", () -> revise.addCriterion(id, secretary));
        refused("call.draft.deleted", () -> approve.putForward(id, secretary));
        refused("call.draft.deleted", () -> delete.delete(id, secretary));
        open("cases/" + id + "/events");
        assertThat(text()).contains("募集の下書きを削除しました", "名称：みんなで育てる協働事業", "事務局の人");
    }

    @Test
    void theRecordOfACallNamesItAndWhoWasAppointedToWhat() {
        signInAs(secretary);
        var id = opened();
        panel.remove(id, panels.members(id).getLast(), secretary);
        signInAs(person("監査の人", Office.AUDITOR));

        open("cases/" + id + "/events");

        assertThat(text())
                .contains(
                        "「みんなで育てる協働事業」の記録",
                        "募集の下書きを作りました",
                        "委員0さんを審査委員に委嘱しました",
                        "委員0さんを委員長に委嘱しました",
                        "委員1さんを審査委員に委嘱しました",
                        "委員2さんの審査委員の任期を終えました");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("calls", "calls/" + id);
    }

    @Test
    void nobodyElseDeletesADraftNorAnybodyACallThatWasEverPutForward() {
        var id = complete(10);
        refused("call.notForYou", () -> delete.delete(id, approver));
        for (var other : List.of(approver, person("監査の人", Office.AUDITOR))) {
            signInAs(other);
            open("calls/" + id);
            assertThat(text()).contains("みんなで育てる協働事業").doesNotContain("下書きを削除する");
        }

        approve.putForward(id, secretary);
        notDeletable(id);
        approve.takeBack(id, secretary);
        notDeletable(id);
        approve.sendBack(id, approve.putForward(id, secretary), "上限額をご確認ください", approver);
        notDeletable(id);
        approve.approve(id, approve.putForward(id, secretary), approver);
        notDeletable(id);
    }

    private void notDeletable(CallId id) {
        refused("call.delete.putForward", () -> delete.delete(id, secretary));
        signInAs(secretary);
        open("calls/" + id);
        assertThat(text()).contains("みんなで育てる協働事業").doesNotContain("下書きを削除する");
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    @Test
    void whoDraftedACallIsToldThatOthersApproveIt() {
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        var id = complete(10);
        approve.putForward(id, secretary);
        signInAs(secretary);
        open("calls/" + id);
        assertThat(text()).contains("ご自身では承認できません").doesNotContain("承認する");
    }

    @Test
    void whoHasWrittenOnAColleaguesCallFindsNothingToApprove() {
        var writer = person("事務局と決裁を兼ねる人", Office.SECRETARIAT);
        offices.appoint(writer, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        var id = complete(10);
        var shown = calls.get(id).draft();
        revise.put(id, "/money/ceiling", "", shown.text("/money/ceiling"), "400000", writer);
        var seen = approve.putForward(id, secretary);

        assertThat(waiting(writer, id)).isEmpty();
        assertThatThrownBy(() -> approve.approve(id, seen, writer)).isInstanceOf(Refusal.class);
        signInAs(writer);
        open("calls/" + id);
        assertThat(text()).contains("ご自身では承認できません").doesNotContain("承認する");
        assertThat(waiting(approver, id)).hasSize(1);
    }

    @Test
    void whoDraftedACallDoesNotApproveItAsTheApproversDeputy() {
        var today = LocalDate.now(clock);
        deputies.appoint(secretary, approver, Office.APPROVER, null, today, today, "夏の休みのあいだ");
        var id = complete(10);
        var seen = approve.putForward(id, secretary);

        assertThatThrownBy(() -> approve.approve(id, seen, secretary)).isInstanceOf(Refusal.class);
        assertThat(calls.get(id).isApproved()).isFalse();
    }

    @Test
    void theCallTellsInWhosePlaceADeputyApprovedIt() {
        var deputy = people.add("代決の人", "ダイケツ", null);
        var today = LocalDate.now(clock);
        deputies.appoint(deputy, approver, Office.APPROVER, null, today, today);
        var id = complete(10);
        approve.putForward(id, secretary);
        signInAs(deputy);
        open("calls/" + id);
        test(button("承認する")).click();
        test(button("この内容で承認する")).click();

        signInAs(secretary);
        open("calls/" + id);

        assertThat(text()).contains("代決の人（" + people.name(approver) + "の代理）");
    }

    @Test
    void theDeputyOfWhoDraftedACallApprovesItOnlyInTheirOwnRight() {
        offices.appoint(secretary, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        var deputy = people.add("代決の人", "ダイケツ", null);
        var today = LocalDate.now(clock);
        deputies.appoint(deputy, secretary, Office.APPROVER, null, today, today);
        var id = complete(10);
        var seen = approve.putForward(id, secretary);

        signInAs(deputy);
        open("calls/" + id);
        assertThat(text()).contains("ご自身では承認できません").doesNotContain("承認する");
        assertThatThrownBy(() -> approve.approve(id, seen, deputy)).isInstanceOf(Refusal.class);

        offices.appoint(deputy, Office.APPROVER, null, today, null);
        open("calls/" + id);
        test(button("承認する")).click();
        test(button("この内容で承認する")).click();
        assertThat(calls.get(id).isApproved()).isTrue();
    }

    @Test
    void whatADeputyOfTheirsDraftedOrAskedIsNotOfferedToAnApprover() {
        var principal = people.add("兼務の人", "ケンム", null);
        offices.appoint(principal, Office.SECRETARIAT, null, LocalDate.of(2020, 1, 1), null);
        offices.appoint(principal, Office.APPROVER, null, LocalDate.of(2020, 1, 1), null);
        var deputy = people.add("事務の代理", "ジムノダイリ", null);
        var today = LocalDate.now(clock);
        deputies.appoint(deputy, principal, Office.SECRETARIAT, null, today, today);
        var id = complete(-1);

        var seen = approve.putForward(id, deputy);

        assertThat(waiting(principal, id)).isEmpty();
        assertThat(waiting(approver, id)).hasSize(1);
        assertThatThrownBy(() -> approve.approve(id, seen, principal))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("call.approve.own"));
        signInAs(principal);
        open("calls/" + id);
        assertThat(text()).contains("ほかの決裁者にお願いしてください").doesNotContain("承認する");

        approve.approve(id, seen, approver);
        var group = registerOrganisation.register("雪の会", "ゆきのかい", secretary);
        extend.askForOne(id, group, late(id), "大雪のため", deputy);
        assertThat(waiting(principal, id)).isEmpty();
        assertThat(waiting(approver, id)).hasSize(1);
        assertThatThrownBy(() -> extend.answerForOne(id, 0, true, "", principal))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("call.exception.own"));
    }

    /** An end that a late admission to the call can have. */
    private Instant late(CallId id) {
        return OpenDay.from(calls.get(id).closesAt().plus(Duration.ofDays(2)), businessDays);
    }

    @Test
    void aLateAdmissionEndsOnAnOpenDayAndLeavesRoomForWhatFollows() {
        var id = opened();
        var group = registerOrganisation.register("雪の会", "ゆきのかい", secretary);
        var today = LocalDate.now(clock);
        signInAs(secretary);
        open("calls/" + id);
        var day = find("call-late-day", DatePicker.class);

        test(day).setValue(today.plusDays(40).with(TemporalAdjusters.next(DayOfWeek.SATURDAY)));
        assertThat(day.getErrorMessage()).contains("閉庁日です。次の開庁日は");
        var tooLate = businessDays.rolledOn(today.plusDays(120));
        test(day).setValue(tooLate);
        assertThat(day.getErrorMessage()).contains("結果を公表できるのは早くても").doesNotContain("延長");
        test(day).setValue(JapaneseDates.day(late(id)));
        assertThat(day.isInvalid()).isFalse();

        var at = tooLate.atTime(17, 0).atZone(JapaneseDates.ZONE).toInstant();
        refused("call.exception.room", () -> extend.askForOne(id, group, at, "大雪のため", secretary));
        assertThat(calls.get(id).lateAdmissions()).isEmpty();
    }

    @Test
    void whatIsDoneAboutALateAdmissionNamesTheGroupAndItsEnd() {
        var id = opened();
        var group = registerOrganisation.register("雪の会", "ゆきのかい", secretary);
        var until = JapaneseDates.full(late(id), Locale.JAPANESE);
        extend.askForOne(id, group, late(id), "大雪のため", secretary);
        extend.askForOne(id, group, late(id), "停電のため", secretary);
        signInAs(approver);
        open("calls/" + id);
        assertThat(text()).doesNotContain("は、個別の受付により");
        assertThat(button("個別の受付を認める").getThemeNames()).contains("primary");
        test(button("個別の受付を認める")).click();
        extend.answerForOne(id, 1, false, "理由を確かめられないため", approver);

        open("calls/" + id);
        assertThat(text())
                .contains("雪の会は、個別の受付により" + until + "まで提出できます。", "個別の受付の終わり")
                .containsPattern("時\\S*に決裁の人さんが認めました。");
        open("cases/" + id + "/events");
        assertThat(text())
                .contains("雪の会の個別の受付（" + until + "まで）を申し出ました", "雪の会の個別の受付を、" + until + "まで認めました", "雪の会の個別の受付を認めませんでした");
    }

    @Test
    void aLateAdmissionThatIsAskedStandsInTheInboxUntilItIsAnswered() {
        var id = opened();
        var group = registerOrganisation.register("雪の会", "ゆきのかい", secretary);
        var until = late(id);
        extend.askForOne(id, group, until, "大雪のため", secretary);
        extend.askForOne(id, group, until, "停電のため", secretary);
        assertThat(waiting(approver, id))
                .extracting(OpenTask::address)
                .containsExactlyInAnyOrder("calls/" + id + "#late-0", "calls/" + id + "#late-1");
        assertThat(waiting(approver, id))
                .allSatisfy(task -> assertThat(task.title()).endsWith(" / 雪の会"))
                .extracting(OpenTask::dueAt)
                .containsOnly(calls.get(id).closesAt());

        extend.answerForOne(id, 0, false, "理由を確かめられないため", approver);
        assertThat(waiting(approver, id)).extracting(OpenTask::address).containsExactly("calls/" + id + "#late-1");
        extend.answerForOne(id, 1, true, "", approver);
        assertThat(waiting(approver, id)).isEmpty();
    }

    private List<OpenTask> waiting(PersonId person, CallId id) {
        return tasks.page(
                        person,
                        new OpenTasks.Question(OpenTasks.View.ALL, "", id.value(), null, OpenTasks.Order.DUE, 0, 25))
                .tasks();
    }

    @Test
    void thePreviewSaysWhetherTheCallIsPublicAlready() {
        var id = opened();
        signInAs(secretary);
        open("calls/" + id + "/preview");
        assertThat(text()).contains("公開されています").doesNotContain("まだ公開されていません");
        open("calls/" + complete(10) + "/preview");
        assertThat(text()).contains("まだ公開されていません");
    }

    @Test
    void anApprovalFromTheCitysOwnSystemIsRecordedWithItsNumber() {
        var id = complete(10);
        approve.putForward(id, secretary);
        signInAs(secretary);
        open("calls/" + id);
        assertThat(text()).contains("記録は、この募集を作成または変更した方").doesNotContain("決裁を記録する");
        signInAs(person("事務局の同僚", Office.SECRETARIAT));
        open("calls/" + id);
        test(button("決裁を記録する")).click();
        assertThat(find("call-record-number", TextField.class).isInvalid()).isTrue();
        test(find("call-record-day", DatePicker.class)).setValue(LocalDate.now(clock));
        test(find("call-record-office", TextField.class)).setValue("市民部長");
        test(find("call-record-number", TextField.class)).setValue("８市活第１２号");
        test(button("決裁を記録する")).click();
        test(button("この決裁を記録する")).click();
        assertThat(calls.get(id).approval()).get().isInstanceOf(Approval.Recorded.class);
        assertThat(text()).contains("８市活第１２号");
    }

    @Test
    void theSecretariatFindsTheWayToTheReviewAndToTheRecordOfACall() {
        var id = opened();
        signInAs(secretary);
        follow(id, "審査の進み具合");
        assertThat(text()).contains("審査の進み具合", "みんなで育てる協働事業").doesNotContain("見つからないか");
        follow(id, "この募集の提案");
        assertThat(text()).contains("に提出された提案").doesNotContain("見つからないか");
        follow(id, "この募集の記録");
        assertThat(text()).contains("募集を起案しました", "募集を承認しました").doesNotContain("まだ提出されていません");

        signInAs(person("監査の人", Office.AUDITOR));
        open("calls/" + id);
        assertThat(text()).contains("この募集の記録", "審査の進み具合");
        signInAs(approver);
        open("calls/" + id);
        assertThat(text()).doesNotContain("この募集の提案");
    }

    /** Goes where the link of this text on the page of the call leads. */
    private void follow(CallId id, String text) {
        open("calls/" + id);
        open($(Anchor.class).all().stream()
                .filter(link -> link.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text))
                .getHref());
    }

    @Test
    void anExtensionIsPublishedWithItsReason() {
        var id = opened();
        signInAs(secretary);
        open("calls/" + id);
        test(button("受付を延長する")).click();
        assertThat(find("call-extension-reason", TextArea.class).isInvalid()).isTrue();
        test(find("call-extension-day", DatePicker.class))
                .setValue(LocalDate.now(clock).plusDays(50));
        test(find("call-extension-reason", TextArea.class)).setValue("大雨の影響のため");
        test(button("受付を延長する")).click();
        assertThat(calls.get(id).extensions()).as("it asks first").isEmpty();
        test(button("この日時まで延長する")).click();
        assertThat(calls.get(id).extensions()).hasSize(1);
        var planned = LocalDate.parse(calls.get(id).draft().text("/closesOn"));
        assertThat(calls.get(draftCall.copyOf(id, "写し", secretary)).draft().text("/closesOn"))
                .as("next year begins with the day that was planned")
                .isEqualTo(planned.plusWeeks(52).toString());

        open("open-calls/" + id);
        assertThat(text()).contains("大雨の影響のため").contains("まで延長しました");
    }

    @Test
    void aGroupReadsAnOpenCallAndFindsTheWayToAProposal() {
        var id = opened();
        var group = registerOrganisation.register("みどりの会", "みどりのかい", secretary);
        var member = people.add("団体の人", "ダンタイ", null);
        ties.checkedAtDesk(group, member, "規約", secretary);
        signInAs(member);
        open("open-calls");
        assertThat(text()).contains("みんなで育てる協働事業").contains("受付終了まで");
        open("open-calls/" + id);
        assertThat(text())
                .contains("対象経費の5分の4以内")
                .contains("500,000円")
                .contains("予算の成立を条件とします")
                .contains("合計100点")
                .contains("日程をカレンダーに取り込む", "ご用意いただく書類", "提案ごとに、受け付けた日から数えます");
        assertThat($(Anchor.class).all())
                .anyMatch(link -> link.getHref().equals("proposals/new/" + id)
                        && link.getText().contains("提案する"));
    }

    @Test
    void whoHoldsNoOfficeFindsNothingUnderAStaffAddressOrAForeignId() {
        var id = complete(10);
        var member = people.add("団体の人", "ダンタイ", null);
        signInAs(member);
        var staff = open("calls/" + id);
        var absent = open("open-calls/" + id);
        var guessed = open("open-calls/no-such-call");
        assertThat(staff.getClass()).isEqualTo(guessed.getClass());
        assertThat(absent.getClass()).isEqualTo(guessed.getClass());
    }

    private Button named(String label) {
        return $(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label));
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + " in\n" + text()));
    }

    private <C extends Component> C find(String id, Class<C> type) {
        return $(type).withId(id).first();
    }

    @Test
    void aDayOnWhichTheOfficesAreClosedIsNamedBeforeTheCallIsPutForward() {
        var id = complete(10);
        var sunday = LocalDate.now(clock).plusDays(10).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        put(id, "/opensOn", sunday.toString());
        put(id, "/closesOn", businessDays.rolledOn(sunday.plusDays(30)).toString());
        put(id, "/publicationOn", businessDays.rolledOn(sunday.plusDays(150)).toString());
        signInAs(secretary);

        open("calls/" + id + "/design/check");
        assertThat(text()).contains("閉庁日に当たる日程があります：受付開始（" + JapaneseDates.full(sunday, Locale.JAPANESE) + "）。");

        put(id, "/opensOn", businessDays.rolledOn(sunday).toString());
        open("calls/" + id + "/design/check");
        assertThat(text()).doesNotContain("閉庁日に当たる");
    }

    @Test
    void aCommitteeThatMeetsWhileScoresMayStillComeInIsAskedAboutBeforeTheCallIsPutForward() {
        var id = complete(10);
        var closes = LocalDate.parse(calls.get(id).draft().text("/closesOn"));
        put(id, "/meetingOn", closes.plusDays(1).toString());
        signInAs(secretary);

        open("calls/" + id + "/design/check");
        assertThat(text())
                .contains("審査委員会を開く日（" + JapaneseDates.full(closes.plusDays(1), Locale.JAPANESE) + "）が、採点の期限（")
                .contains("必要な項目はすべてそろっています。");

        put(id, "/meetingOn", closes.plusDays(100).toString());
        open("calls/" + id + "/design/check");
        assertThat(text()).doesNotContain("審査委員会を開く日（");
    }

    @Test
    void aClosedDayIsNamedBeforeTheCallIsExtendedToIt() {
        var id = opened();
        signInAs(secretary);
        open("calls/" + id);
        var sunday = LocalDate.now(clock).plusDays(45).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));

        test(find("call-extension-day", DatePicker.class)).setValue(sunday);
        assertThat(text()).contains("閉庁日に当たる日程があります：受付終了（" + JapaneseDates.full(sunday, Locale.JAPANESE) + "）。");

        test(find("call-extension-day", DatePicker.class)).setValue(businessDays.rolledOn(sunday));
        assertThat(text()).doesNotContain("閉庁日に当たる");
    }

    @Test
    void aPreviewWithoutAPanelCountsNobody() {
        var id = complete(10);
        panels.members(id).forEach(member -> panel.remove(id, member, secretary));
        signInAs(secretary);

        open("calls/" + id + "/preview");

        assertThat(text()).contains("審査委員が採点します。").doesNotContain("0人が採点");
    }
}
