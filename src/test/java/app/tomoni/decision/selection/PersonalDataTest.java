package app.tomoni.decision.selection;

import static org.assertj.core.api.Assertions.assertThat;

import app.tomoni.decision.selection.PersonalData.Find;
import app.tomoni.decision.selection.PersonalData.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "山田 太郎, 山田太郎",
        "山田 太郎, 山田 太郎",
        "山田 太郎, 山田　太郎",
        "山田　太郎, 山田 太郎",
        "山田太郎, 山田　太郎",
        "山田太郎, 山田 太郎",
        "ﾔﾏﾀﾞ ﾀﾛｳ, ヤマダタロウ",
        "Ｔａｒｏ Ｙａｍａｄａ, TARO YAMADA"
    })
    void aNameIsFoundHoweverItIsSpacedAndWhateverItsWidth(String registered, String written) {
        assertThat(new PersonalData(List.of(registered)).in("代表は" + written + "さんです。"))
                .extracting(Find::kind)
                .containsExactly(Kind.NAME);
    }

    @Test
    void aNameDoesNotReachFromOneLineIntoTheNext() {
        assertThat(new PersonalData(List.of("林 一")).in("里山の植林\n一年目の活動")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09012345678",
                "090-1234-5678",
                "090−1234−5678",
                "090–1234–5678",
                "090―1234―5678",
                "090ー1234ー5678",
                "090 1234 5678",
                "090　1234　5678",
                "090 - 1234 - 5678",
                "０９０－１２３４－５６７８",
                "０９０１２３４５６７８",
                "03(1234)5678",
                "0466（22）1111",
                "0466 (22) 1111"
            })
    void aTelephoneNumberIsFoundWithAnyDashSpaceAndWidth(String number) {
        for (var before : List.of("電話", "電話：", "1. ", "2026-10-01 ", "〒251-0022 ")) {
            assertThat(in(before + number)).extracting(Find::kind).contains(Kind.PHONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.jp", "ａ＠ｂ．ｊｐ", "taro.yamada@example.co.jp"})
    void aMailAddressIsFoundInAnyWidth(String address) {
        assertThat(in("連絡は" + address + "まで")).extracting(Find::kind).containsExactly(Kind.MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"鵠沼1-2-3", "鵠沼１−２−３", "朝日町1–1", "朝日町一丁目", "石川10番地"})
    void anAddressIsFoundWithAnyDash(String address) {
        assertThat(in("会場は" + address)).extracting(Find::kind).containsExactly(Kind.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "令和8年10月1日",
                "令和８年１０月０１日",
                "2026-10-01",
                "2026−10−01",
                "2026-10-01 - 2026-10-05",
                "2026/10/01　2026/10/05",
                "2026-10-01　1000円",
                "09:00　1000人",
                "1,234,567円",
                "１，２３４，５６７円",
                "100,000　200,000",
                "30,000 500円",
                "メール@メール"
            })
    void datesTimesAndAmountsAreNothingPersonal(String plain) {
        assertThat(in(plain)).isEmpty();
    }

    private static List<Find> in(String text) {
        return new PersonalData(List.of("山田 太郎")).in(text);
    }
}
