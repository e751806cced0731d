package app.tomoni.form;

import static app.tomoni.form.Samples.answers;
import static app.tomoni.form.Samples.form;
import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormValidationTest {

    private static final FormWords WORDS = new FormWords(new Translations());

    private final FormDefinition purpose = form("""
            {"type":"textarea","key":"purpose","id":"a","label":"事業の目的","validate":{"required":true,"maxLength":5}}""");

    @Test
    void whatIsRequiredMustBeThere() {
        assertThat(sentences(purpose, answers("purpose", "　\n "))).containsExactly("「事業の目的」を入力してください。");
    }

    @Test
    void lengthIsCountedAsPeopleCount() {
        assertThat(sentences(purpose, answers("purpose", "𠮷野か\u3099👨‍👩‍👧です")))
                .isNotEmpty();
        assertThat(sentences(purpose, answers("purpose", "𠮷野か\u3099👨‍👩‍👧す")))
                .isEmpty();
        assertThat(sentences(purpose, answers("purpose", "一二三四五六七")))
                .containsExactly("「事業の目的」は5字以内で入力してください（いま7字）。文章はそのまま残っています。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|ok",
                "99999999999999999999|too-large",
                "１，２００人|number",
                "１２０|ok",
                "1,200|ok",
                "-1|min",
                "1.5|whole",
                "たくさん|number",
                "99999|max"
            })
    void numbersAreUnderstoodInEitherWidth(String typed, String expected) {
        var form = form("""
                {"type":"number","key":"n","id":"n","label":"対象人数","validate":{"min":0,"max":10000}}""");

        assertThat(form.validate(answers("n", typed), FormRules.NONE))
                .extracting(FieldError::messageKey)
                .isEqualTo(expected.equals("ok") ? List.of() : List.of("form.error." + expected));
    }

    @Test
    void datesKeepTheirOrderAndThePeriodOfTheCall() {
        var form = form("""
                {"type":"datetime","subtype":"date","key":"from","id":"f","dateLabel":"開始日","properties":{"tomoni:within":"period"}}""", """
                {"type":"datetime","subtype":"date","key":"to","id":"t","dateLabel":"終了日","properties":{"tomoni:notBefore":"from"}}""");
        var rules = new FormRules(null, LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31));

        var errors = form.validate(answers("from", "2027-03-31", "to", "2027-03-30"), rules);

        assertThat(sentences(errors))
                .containsExactly("「開始日」は令和9年4月1日（木）から令和10年3月31日（金）までの日にしてください。", "「終了日」は「開始日」と同じ日か、それより後の日にしてください。");
    }

    @Test
    void aYearThatNobodyCanMeanIsToldAtItsField() {
        var form = form("""
                {"type":"datetime","subtype":"date","key":"from","id":"f","dateLabel":"開始日"}""");

        assertThat(sentences(form.validate(answers("from", "0027-04-01"), FormRules.NONE)))
                .containsExactly("「開始日」は、1900年から2100年までの日付を入力してください（いま「0027-04-01」）。");
    }

    @Test
    void onlyWhatIsOfferedCanBeChosen() {
        var form = form("""
                {"type":"checklist","key":"c","id":"c","label":"活動分野","validate":{"required":true},
                 "values":[{"label":"福祉","value":"welfare"}]}""");

        assertThat(form.validate(answers("c", List.of("welfare")), FormRules.NONE))
                .isEmpty();
        assertThat(form.validate(answers("c", List.of("<script>")), FormRules.NONE))
                .extracting(FieldError::messageKey)
                .containsExactly("form.error.option");
        assertThat(form.validate(answers("c", List.of()), FormRules.NONE))
                .extracting(FieldError::messageKey)
                .containsExactly("form.error.choose-some");
    }

    @Test
    void whatIsHiddenIsNeitherAskedForNorSubmitted() {
        var form = form("""
                {"type":"radio","key":"renewal","id":"r","label":"新規か継続か",
                 "values":[{"label":"新規","value":"new"},{"label":"継続","value":"again"}]}""", """
                {"type":"textarea","key":"results","id":"s","label":"前年度の成果","validate":{"required":true},
                 "conditional":{"hide":"=renewal != \\"again\\""}}""");

        assertThat(form.validate(answers("renewal", "new"), FormRules.NONE)).isEmpty();
        assertThat(form.validate(answers("renewal", "again"), FormRules.NONE)).hasSize(1);
        assertThat(answers("renewal", "new", "results", "残った文").json(form).propertyNames())
                .containsExactly("renewal");
    }

    @Test
    void aTableNeedsARowAndEachRowItsFirstCell() {
        var form = form("""
                {"type":"textarea","key":"plan","id":"p","label":"スケジュール","validate":{"required":true},
                 "properties":{"tomoni:widget":"schedule"}}""");

        assertThat(sentences(form, answers("plan", List.of(Map.of("month", "　")))))
                .containsExactly("「スケジュール」を入力してください。");
        assertThat(sentences(form, answers("plan", List.of(Map.of("action", "準備会")))))
                .containsExactly("「スケジュール」の1行目の「時期」を入力してください。");
        assertThat(sentences(form, answers("plan", List.of(Map.of("month", "5月", "action", "準備会")))))
                .isEmpty();
    }

    @Test
    void oneOutcomeAtLeastHasATargetAndAMeasure() {
        var form = form("""
                {"type":"textarea","key":"outcomes","id":"o","label":"成果と指標","properties":{"tomoni:widget":"outcomes"}}""");
        var vague = Map.of("indicator", "子どもの笑顔", "target", "増える");
        var measured = Map.of("indicator", "来た子どもの数", "target", "2,000人", "measure", "受付簿");

        assertThat(sentences(form, answers("outcomes", List.of(vague))))
                .containsExactly("「成果と指標」には、「目標」と「確かめ方」のある行を1つ以上入れてください。");
        assertThat(sentences(form, answers("outcomes", List.of(vague, measured))))
                .isEmpty();
    }

    @Test
    void aTaskIsSomebodysRole() {
        var form = form("""
                {"type":"textarea","key":"roles","id":"r","label":"役割分担","properties":{"tomoni:widget":"roles"}}""");

        assertThat(sentences(
                        form,
                        answers(
                                "roles",
                                List.of(Map.of("task", "広報", "city", "市報"), Map.of("task", "運営", "due", "通年")))))
                .containsExactly("「役割分担」の2行目は、「団体の役割」か「市の役割」を入力してください。");
    }

    @Test
    void theFormNamesTheIncomeThatAProjectEarnsItself() {
        var form = form("""
                {"type":"textarea","key":"budget","id":"b","label":"収支予算",
                 "properties":{"tomoni:widget":"budget","tomoni:revenue":"参加費・事業収入、売上げ"}}""");
        var sales = new BudgetLine("売上げ", "冊子の販売", "", "", "300,000", true, "group");
        var budget = new Budget(
                List.of(sales), List.of(Samples.line("400,000", true), Samples.line("50,000", false)), "150,000");
        var rules = new FormRules(new BudgetRule(1, 2, new Yen(250_000), new Yen(1_000)), null, null);

        assertThat(form.validate(answers("budget", budget.json()), rules))
                .singleElement()
                .satisfies(error -> assertThat(error.fix()).isEqualTo(new Yen(100_000)));
    }

    @Test
    void theBudgetIsJudgedByTheRuleOfTheCall() {
        var form = form("""
                {"type":"textarea","key":"budget","id":"b","label":"収支予算","properties":{"tomoni:widget":"budget"}}""");
        var budget = Samples.budget("230,000", "210,000", Samples.line("392,000", true), Samples.line("48,000", false));
        var rules = new FormRules(new BudgetRule(1, 2, new Yen(250_000), new Yen(1_000)), null, null);

        var errors = form.validate(answers("budget", budget.json()), rules);

        assertThat(sentences(errors))
                .containsExactly("補助金額は対象経費の2分の1まで、1,000円未満は切り捨てです。いまの対象経費では196,000円までになります（いま210,000円）。");
        assertThat(errors.getFirst().fix()).isEqualTo(new Yen(196_000));
    }

    @Test
    void everySentenceExistsInBothLanguages() {
        var japanese = keys("ja");
        assertThat(japanese).isEqualTo(keys("en")).hasSizeGreaterThan(50);
    }

    private static List<String> keys(String language) {
        var properties = new java.util.Properties();
        try (var in = FormValidationTest.class.getResourceAsStream("/vaadin-i18n/form_" + language + ".properties")) {
            properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().sorted().toList();
    }

    private static List<String> sentences(FormDefinition form, Answers answers) {
        return sentences(form.validate(answers, FormRules.NONE));
    }

    private static List<String> sentences(List<FieldError> errors) {
        return errors.stream().map(error -> WORDS.of(error, Locale.JAPANESE)).toList();
    }
}
