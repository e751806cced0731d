package app.tomoni.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tomoni.account.PersonId;
import app.tomoni.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationTest {

    private static final PersonId PERSON = new PersonId(UUID.randomUUID());
    private static final PersonId COLLEAGUE = new PersonId(UUID.randomUUID());
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Organisation organisation = Organisation.register("みどりの会", "みどりのかい", NOW, PERSON);

    @ParameterizedTest
    @CsvSource({
        "CORPORATE_NUMBER, 7000012050002, ''",
        "CORPORATE_NUMBER, ７０００－０１２０－５０００－２, ''",
        "CORPORATE_NUMBER, 7000012050003, organisation.finding.corporateNumber.check",
        "CORPORATE_NUMBER, 700001205000, organisation.finding.corporateNumber.length",
        "POSTAL_CODE, 〒１２３－４５６７, ''",
        "POSTAL_CODE, 1234567, ''",
        "POSTAL_CODE, 12-34567, organisation.finding.postalCode",
        "PHONE, ０３－１２３４－５６７８, ''",
        "PHONE, 090(1234)5678, ''",
        "PHONE, 1234-5678, organisation.finding.phone",
        "EMAIL, info＠example.jp, ''",
        "EMAIL, info@example, organisation.finding.email",
        "NAME_KANA, みどりのかい, ''",
        "NAME_KANA, 緑の会, organisation.finding.kana",
        "FOUNDED_ON, 2020-04-01, ''",
        "FOUNDED_ON, 2030-04-01, organisation.finding.future",
        "FOUNDED_ON, 0202-04-01, organisation.finding.date",
        "MEMBER_COUNT, １２人, ''",
        "MEMBER_COUNT, たくさん, organisation.finding.number",
        "TYPE, npo, ''",
        "TYPE, company, organisation.finding.choice",
        "FIELDS, 'town,children,culture', ''",
        "FIELDS, 'town,children,culture,welfare', organisation.finding.choices",
        "PHONE, '', organisation.finding.required",
        "FAX, '', ''"
    })
    void eachFieldSaysWhatIsWrongWithIt(ProfileField field, String typed, String key) {
        var version = organisation.answer(field).map(ProfileAnswer::version).orElse(0L);
        organisation.keep(field, typed, version, NOW, PERSON);

        var finding = organisation.finding(field, TODAY);

        assertThat(finding.map(ProfileFinding::messageKey).orElse("")).isEqualTo(key);
        assertThat(organisation.answer(field).orElseThrow().value()).isEqualTo(typed);
    }

    @Test
    void aLongTextIsKeptAndCountedAsPeopleCount() {
        organisation.keep(ProfileField.PR, "👨‍👩‍👧".repeat(100), 0, NOW, PERSON);
        assertThat(organisation.finding(ProfileField.PR, TODAY)).isEmpty();

        organisation.keep(ProfileField.PR, "あ".repeat(101), 1, NOW, PERSON);
        assertThat(organisation.finding(ProfileField.PR, TODAY))
                .contains(new ProfileFinding(ProfileField.PR, "organisation.finding.long", 100, 101));
    }

    @Test
    void whatAColleagueSavedMeanwhileStays() {
        organisation.keep(ProfileField.PURPOSE, "はじめ", 0, NOW, PERSON);
        organisation.keep(ProfileField.PURPOSE, "同僚の文", 1, NOW, COLLEAGUE);

        var kept = organisation.keep(ProfileField.PURPOSE, "自分の文", 1, NOW, PERSON);

        assertThat(kept.value()).isEqualTo("同僚の文");
        assertThat(kept.changedBy()).isEqualTo(COLLEAGUE);
        assertThat(organisation
                        .keep(ProfileField.PURPOSE, "自分の文", kept.version(), NOW, PERSON)
                        .value())
                .isEqualTo("自分の文");
    }

    @Test
    void aCompleteProfileHasNothingToPutRight() {
        var complete = OrganisationSamples.complete("みどりの会", "みどりのかい", NOW, PERSON);

        assertThat(complete.findings(TODAY)).isEmpty();
        assertThat(complete.written(ProfileField.POSTAL_CODE)).isEqualTo("123-4567");
        complete.keep(ProfileField.CITY_MEMBER_COUNT, "999", 1, NOW, PERSON);
        assertThat(complete.findings(TODAY))
                .extracting(ProfileFinding::messageKey)
                .containsExactly("organisation.finding.moreCitizens");
    }

    @Test
    void personalDataIsHiddenUnlessTheGroupSaysOtherwise() {
        assertThat(organisation.published(ProfileField.NAME)).isTrue();
        assertThat(organisation.published(ProfileField.ADDRESS)).isTrue();
        assertThat(organisation.published(ProfileField.REPRESENTATIVE_NAME)).isFalse();
        assertThat(organisation.published(ProfileField.ANNUAL_BUDGET)).isFalse();

        organisation.publish(ProfileField.REPRESENTATIVE_NAME, true);
        organisation.publish(ProfileField.ADDRESS, false);
        assertThat(organisation.published(ProfileField.REPRESENTATIVE_NAME)).isTrue();
        assertThat(organisation.published(ProfileField.ADDRESS)).isFalse();
        assertThatThrownBy(() -> organisation.publish(ProfileField.ANNUAL_BUDGET, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupIsRegisteredWithANameAndItsReading() {
        assertThatThrownBy(() -> Organisation.register(" ", "みどり", NOW, PERSON)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Organisation.register("緑", "緑", NOW, PERSON)).isInstanceOf(Refusal.class);
        assertThat(organisation.nameKana()).isEqualTo("ミドリノカイ");
    }

    @Test
    void aNameHoldsOneOrdinarySpaceWhereverAnyWereTyped() {
        var group = Organisation.register("　みどり　\u00a0の\u200b会\t", "ミドリ　　ノ カイ", NOW, PERSON);
        assertThat(group.name()).isEqualTo("みどり の会");
        assertThat(group.nameKana()).isEqualTo("ミドリ ノ カイ");
        assertThatThrownBy(() -> Organisation.register("\u00a0\u200b", "ミドリ", NOW, PERSON))
                .isInstanceOf(Refusal.class);

        group.keep(ProfileField.NAME, "みどり　の森の会　", 1, NOW, PERSON);

        assertThat(group.name()).isEqualTo("みどり の森の会");
        assertThat(group.answer(ProfileField.NAME).orElseThrow().value())
                .as("as typed")
                .isEqualTo("みどり　の森の会　");
        group.represented("石橋　 晴", "イシバシ　ハル", NOW, PERSON);
        assertThat(group.answer(ProfileField.REPRESENTATIVE_NAME).orElseThrow().value())
                .isEqualTo("石橋 晴");
    }
}
