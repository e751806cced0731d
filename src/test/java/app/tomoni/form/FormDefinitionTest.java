package app.tomoni.form;

import static app.tomoni.form.Samples.file;
import static app.tomoni.form.Samples.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormDefinitionTest {

    @Test
    void aTopLevelGroupIsASectionAndTheRestStandsInOneWithoutTitle() {
        var form = form("{'type':'textfield','key':'title','label':'事業名','id':'a'}".replace('\'', '"'), """
                {"type":"group","id":"aim","label":"課題とねらい","components":[
                  {"type":"textarea","key":"purpose","label":"目的","id":"b","description":"何のために",
                   "validate":{"required":true,"maxLength":600},
                   "properties":{"tomoni:public":"true","tomoni:hint":"だれの、どんな困りごとか"}},
                  {"type":"group","id":"inner","label":"くわしく","components":[
                    {"type":"radio","key":"renewal","id":"c","label":"新規か継続か","properties":{"tomoni:variable":"true"},
                     "values":[{"label":"新規","value":"new"},{"label":"継続","value":"again"}]}]}]}""");

        assertThat(form.sections()).extracting(Section::title).containsExactly("", "課題とねらい");
        var purpose = form.field("purpose").orElseThrow();
        assertThat(purpose.required()).isTrue();
        assertThat(purpose.maxLength()).isEqualTo(600);
        assertThat(purpose.hint()).isEqualTo("何のために");
        assertThat(purpose.isPublic()).isTrue();
        assertThat(form.variables()).extracting(Field::key).containsExactly("renewal");
        assertThat(form.sections().get(1).items().get(1)).isInstanceOf(Item.Heading.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html",
                "iframe",
                "script",
                "image",
                "button",
                "table",
                "dynamiclist",
                "expression",
                "filepicker",
                "documentPreview",
                "taglist",
                "default"
            })
    void aComponentThatIsNotSupportedIsRefusedByNameAndPlace(String type) {
        var refusal = refused("{\"type\":\"%s\",\"key\":\"x\",\"id\":\"x\",\"label\":\"x\"}".formatted(type));

        assertThat(refusal.findings())
                .contains(new FormFinding("x", "form.definition.unknown-type", List.of("x", type)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"valuesKey\":\"v\" | form.definition.unknown-attribute",
                "\"valuesExpression\":\"=x\" | form.definition.unknown-attribute",
                "\"defaultValue\":\"=x\" | form.definition.unknown-attribute",
                "\"readonly\":\"=true\" | form.definition.read-only",
                "\"disabled\":true | form.definition.read-only",
                "\"validate\":{\"pattern\":\"(a+)+$\"} | form.definition.unknown-attribute",
                "\"conditional\":{\"hide\":\"=count(items) > 2\"} | form.definition.condition",
                "\"conditional\":{\"hide\":\"=absent = 1\"} | form.definition.unknown-field",
                "\"conditional\":{\"show\":\"=x\"} | form.definition.unknown-attribute",
                "\"properties\":{\"other\":\"1\"} | form.definition.unknown-attribute",
                "\"properties\":{\"tomoni:widget\":\"video\"} | form.definition.widget",
                "\"properties\":{\"tomoni:variable\":\"true\"} | form.definition.variable",
                "\"properties\":{\"tomoni:audience\":\"everyone\"} | form.definition.audience",
                "\"properties\":{\"tomoni:audience\":\"secretariat\",\"tomoni:public\":\"true\"} | form.definition.audience-public",
                "\"description\":\"{{x}}\" | form.definition.text",
                "\"description\":\"=x\" | form.definition.text",
                "\"description\":\"<b>x</b>\" | form.definition.text"
            })
    void aSettingThatIsNotSupportedIsRefused(String setting, String messageKey) {
        var refusal =
                refused("{\"type\":\"textfield\",\"key\":\"x\",\"id\":\"x\",\"label\":\"x\",%s}".formatted(setting));

        assertThat(refusal.findings()).extracting(FormFinding::messageKey).containsOnly(messageKey);
    }

    @Test
    void reviewersReadEveryAnswerUnlessTheFormSaysOtherwiseAndNoFileUnlessItSaysSo() {
        var form = form(
                "{'type':'textfield','key':'plan','label':'計画','id':'a'}".replace('\'', '"'),
                "{'type':'checkbox','key':'pledge','label':'誓約','id':'b','properties':{'tomoni:audience':'secretariat'}}"
                        .replace('\'', '"'),
                files("list", ""),
                files("rules", ",'tomoni:audience':'reviewers'".replace('\'', '"')));

        assertThat(form.forReviewers().fields()).extracting(Field::key).containsExactly("plan", "rules");
        assertThat(form.forReviewers().places())
                .extracting(FormDefinition.Place::key)
                .containsExactly("plan", "rules");
    }

    private static String files(String key, String property) {
        return "{\"type\":\"textarea\",\"key\":\"%s\",\"label\":\"書類\",\"id\":\"%s\",\"properties\":{\"tomoni:widget\":\"attachments\"%s}}"
                .formatted(key, key, property);
    }

    @Test
    void noAnswerOfTheSecretariatsShowsInWhatReviewersSee() {
        var refusal = refused(
                "{'type':'checkbox','key':'arrears','label':'滞納','id':'a','properties':{'tomoni:audience':'secretariat'}}"
                        .replace('\'', '"'),
                "{'type':'textfield','key':'plan','label':'計画','id':'b','conditional':{'hide':'=arrears = true'}}"
                        .replace('\'', '"'));

        assertThat(refusal.findings())
                .containsExactly(
                        new FormFinding("plan", "form.definition.audience-condition", List.of("plan", "arrears")));
    }

    @Test
    void theGroupReadsWhatIsMarkedForItAndNothingElse() {
        var form = form(
                "{'type':'textfield','key':'opinion','label':'意見','id':'a','properties':{'tomoni:audience':'group'}}"
                        .replace('\'', '"'),
                "{'type':'text','id':'t','text':'職員の方へ'}".replace('\'', '"'),
                "{'type':'textfield','key':'memo','label':'覚え','id':'b'}".replace('\'', '"'),
                "{'type':'textfield','key':'plan','label':'計画','id':'c','properties':{'tomoni:audience':'reviewers'}}"
                        .replace('\'', '"'));

        assertThat(form.forGroup().fields()).extracting(Field::key).containsExactly("opinion");
        assertThat(form.forGroup().sections().getFirst().items()).hasSize(1);
        assertThat(form.forReviewers().fields()).extracting(Field::key).containsExactly("opinion", "memo", "plan");
    }

    @Test
    void noAnswerThatIsNotForTheGroupShowsInWhatItSees() {
        var refusal = refused(
                "{'type':'checkbox','key':'doubt','label':'疑義','id':'a'}".replace('\'', '"'),
                "{'type':'textfield','key':'plan','label':'計画','id':'b','properties':{'tomoni:audience':'group'},'conditional':{'hide':'=doubt = true'}}"
                        .replace('\'', '"'));

        assertThat(refusal.findings())
                .containsExactly(
                        new FormFinding("plan", "form.definition.audience-condition.group", List.of("plan", "doubt")));
    }

    @Test
    void everyFindingIsNamedAtOnce() {
        var refusal = refused(
                "{\"type\":\"html\",\"id\":\"one\"}",
                "{\"type\":\"radio\",\"key\":\"two\",\"id\":\"two\",\"label\":\"x\"}",
                "{\"type\":\"datetime\",\"key\":\"three\",\"id\":\"three\",\"subtype\":\"time\"}");

        assertThat(refusal.findings()).extracting(FormFinding::element).containsExactly("one", "two", "three");
    }

    @Test
    void whatIsNotAFormForThisEngineIsRefused() {
        var other = new String(file(), StandardCharsets.UTF_8).replace("Camunda Platform", "Camunda Cloud");

        assertThat(refusal(other.getBytes(StandardCharsets.UTF_8)).messageKey()).isEqualTo("form.definition.platform");
        assertThat(refusal("{\"type\"".getBytes(StandardCharsets.UTF_8)).messageKey())
                .isEqualTo("form.definition.not-json");
        assertThat(refusal("[]".getBytes(StandardCharsets.UTF_8)).messageKey()).isEqualTo("form.definition.not-a-form");
        assertThat(refusal(new byte[2_000_000]).messageKey()).isEqualTo("form.definition.too-large");
    }

    @Test
    void twoFieldsWithOneKeyAreRefused() {
        var field = "{\"type\":\"textfield\",\"key\":\"x\",\"id\":\"x\",\"label\":\"x\"}";

        assertThat(refused(field, field).messageKey()).isEqualTo("form.definition.key-twice");
    }

    private static UnreadableForm refused(String... components) {
        return refusal(file(components));
    }

    private static UnreadableForm refusal(byte[] json) {
        var refusal = catchThrowableOfType(UnreadableForm.class, () -> FormDefinition.parse(json));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
