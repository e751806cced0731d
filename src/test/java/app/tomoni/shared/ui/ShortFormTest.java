package app.tomoni.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.ViewTest;
import app.tomoni.account.Office;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortFormTest extends ViewTest {

    private ShortForm form;
    private TextField name;
    private DayPicker day;

    @BeforeEach
    void open() {
        signInAs(person("事務 花子", Office.SECRETARIAT));
        open("home");
        form = new ShortForm("test", Ids.next());
        name = new TextField("名前");
        name.setId("name");
        name.setValue("こかげ");
        day = new DayPicker();
        day.setId("day");
        form.add(form.hold(name, Lengths.NAME), form.hold(day));
        UI.getCurrent().add(form);
    }

    private boolean filled() {
        return form.filled(ShortForm.need(name, "名前を"), ShortForm.need(day, "日付を"));
    }

    @Test
    void eachFieldSaysWhatItLacksAndNothingElseIsTouched() {
        name.setValue("　");

        assertThat(filled()).isFalse();

        assertThat(name.getErrorMessage()).isEqualTo("名前を");
        assertThat(day.getErrorMessage()).isEqualTo("日付を");
        assertThat(name.getValue()).isEqualTo("　");
        name.setValue("こかげ");
        day.setValue(LocalDate.of(2026, 6, 1));
        assertThat(filled()).isTrue();
        assertThat(name.isInvalid()).isFalse();
    }

    @Test
    void aTextIsMeasuredInCharactersAsPeopleCountThem() {
        name.setValue("𠮷".repeat(Lengths.NAME));
        assertThat(form.filled()).isTrue();

        name.setValue("𠮷".repeat(Lengths.NAME) + "野");

        assertThat(name.getErrorMessage()).contains("60字以内", "いま61字");
        assertThat(form.filled()).isFalse();
    }

    @Test
    void aRefusalIsSaidAtTheHeadInWordsAndKeepsWhatWasTyped() {
        name.setValue("ひなた");

        assertThat(form.act(() -> {
                    throw new Refusal("shared.holidays.unknown", LocalDate.of(2030, 1, 2), LocalDate.of(2027, 12, 31));
                }))
                .isFalse();

        assertThat(text()).contains("令和12年1月2日", "令和9年12月31日");
        assertThat(name.getValue()).isEqualTo("ひなた");
        assertThat(form.act(name::clear)).isTrue();
        assertThat(text()).as("what was refused before").doesNotContain("令和12年1月2日");
    }

    @Test
    void whatWasDoneIsNoNewsOnceSomethingElseIsTriedWhetherItIsDoneOrNot() {
        var top = (PageTop) UI.getCurrent()
                .getChildren()
                .filter(PageTop.class::isInstance)
                .findFirst()
                .orElseThrow();
        ((HasComponents) top).add(form);
        day.setValue(LocalDate.of(2026, 6, 1));
        form.done("名前を変えました。");
        top.say(new Note(Note.Kind.OK, "部署を加えました。"));
        name.clear();
        assertThat(text()).contains("名前を変えました。", "部署を加えました。");

        assertThat(form.send(() -> {}, ShortForm.need(name, "名前を"))).isFalse();

        assertThat(text()).doesNotContain("名前を変えました。", "部署を加えました。");
        assertThat(form.act(() -> top.say(new Note(Note.Kind.OK, "部署を消しました。")))).isTrue();
        assertThat(text()).contains("部署を消しました。");
    }

    @Test
    void theCursorGoesToTheFirstFieldOnThePageThatIsWrongWhateverIsAskedFirst() {
        var led = new ArrayList<String>();
        var above = new Led("above", led);
        var below = new Led("below", led);
        form.add(new Div(form.hold(above, Lengths.NAME)), form.hold(below, Lengths.NAME));

        assertThat(form.filled(ShortForm.need(below, "下を"), ShortForm.need(above, "上を")))
                .isFalse();

        assertThat(led).containsExactly("above");
    }

    private static final class Led extends TextField {

        private final transient List<String> led;

        Led(String id, List<String> led) {
            setId(id);
            this.led = led;
        }

        @Override
        public void focus() {
            led.add(getId().orElseThrow());
        }
    }

    @Test
    void oneSentenceThatLeadsNowhereIsNoListOfThingsToMend() {
        var errors = new ErrorSummary();
        UI.getCurrent().add(errors);

        errors.show(List.of(new ErrorSummary.Entry("もう確定しています。", null)));

        assertThat(text()).contains("もう確定しています。").doesNotContain("次の1件");
        errors.show(List.of(new ErrorSummary.Entry("名前を", name)));
        assertThat(text()).contains("次の1点をご確認ください", "名前を");
    }

    @Test
    void whatTheBrowserStillHadComesBack() {
        form.restore("name", "こかげの", "こかげ");
        form.restore("day", "2026-06-01", "");
        form.restore("day", "no day", "");

        assertThat(name.getValue()).isEqualTo("こかげの");
        assertThat(name.getHelperText()).isNullOrEmpty();
        assertThat(day.getValue()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(text()).containsOnlyOnce("前に入力して、まだ送っていない内容を戻しました。");

        press("元に戻す");

        assertThat(name.getValue()).isEqualTo("こかげ");
        assertThat(day.getValue()).isNull();
        assertThat(text()).doesNotContain("まだ送っていない内容");
    }

    @Test
    void whatTheServerHasAlreadyIsNoNews() {
        form.restore("name", "こかげ", "こか");

        assertThat(name.getHelperText()).isNullOrEmpty();
        assertThat(text()).doesNotContain("まだ送っていない内容");
    }

    @Test
    void ofAFieldThatIsThereNoMoreTheBrowserKeepsNothing() {
        assertThat(scripts(() -> form.restore("gone", "x", ""))).anyMatch(script -> script.contains("forget"));
    }

    @Test
    void aDayThatCannotBeReadIsNotTakenForNone() {
        day.setInvalid(true); // as it says itself of what it cannot read

        assertThat(form.filled()).isFalse();
        day.setValue(LocalDate.of(2026, 6, 1));
        assertThat(form.filled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0026-12-01", "1899-12-31", "2101-01-01"})
    void aDayThatNobodyCanMeanIsToldAtItsFieldAndIsNone(LocalDate mistyped) {
        var heard = new ArrayList<LocalDate>();
        day.addValueChangeListener(event -> heard.add(event.getValue()));
        day.setValue(mistyped);

        assertThat(day.getErrorMessage()).isEqualTo("1900年から2100年までの日付を入力してください。");
        assertThat(day.getValue()).isNull();
        assertThat(heard).isEmpty();
        assertThat(filled()).isFalse();
        assertThat(day.getErrorMessage()).contains("1900年");

        day.setValue(LocalDate.of(1900, 1, 1));
        assertThat(filled()).isTrue();
        assertThat(day.isInvalid()).isFalse();
        assertThat(heard).containsExactly(LocalDate.of(1900, 1, 1));
    }

    @Test
    void whoeverTypedOverSomethingThatChangedMeanwhileIsTold() {
        name.setHelperText("団体の名前");
        form.restore("name", "わたしの文", "前の文");

        assertThat(name.getValue()).isEqualTo("わたしの文");
        assertThat(name.getHelperText()).contains("「こかげ」");
        assertThat(form.act(() -> {})).isTrue();
        assertThat(name.getHelperText()).isEqualTo("団体の名前");
    }

    @Test
    void onceItIsDoneTheFieldsAreBasedOnWhatTheyShow() {
        name.setValue("ひなた");

        assertThat(form.act(() -> form.done("登録しました。"))).isTrue();

        assertThat(name.getElement().getAttribute("data-base")).isEqualTo("ひなた");
        assertThat(text()).contains("登録しました。");
    }
}
