package app.tomoni.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    @Test
    void half_width_katakana_of_old_spreadsheets_are_read() {
        for (var text : List.of("ｱｲｳｴｵ", "｡", "ﾟ", "委員,ﾀﾅｶ")) {
            assertThat(SourceText.decode(text.getBytes(SHIFT_JIS))).isEqualTo(text);
        }
    }

    @Test
    void what_would_read_as_rows_of_katakana_but_is_another_encoding_is_refused() {
        for (var text : List.of("提案", "採点", "あ", "日本語の表")) {
            refused(text.getBytes(EUC_JP), "file.encoding", 1, 1);
        }
    }

    @Test
    void a_character_that_no_text_of_ours_holds_is_shown_where_it_stands() {
        refused("ab\ncd\ne\u0000f".getBytes(StandardCharsets.UTF_8), "file.encoding", 3, 2);
        refused("\u001b$B".getBytes(StandardCharsets.UTF_8), "file.encoding", 1, 1);
        assertThat(SourceText.decode("a\tb\r\nc d".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\tb\r\nc d");
    }

    @Test
    void the_mark_of_utf_8_is_not_part_of_the_text() {
        assertThat(SourceText.decode("\uFEFFab".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ab");
        refused("\uFEFF \n".getBytes(StandardCharsets.UTF_8), "empty", 1, 1);
    }

    private static void refused(byte[] bytes, String key, int line, int column) {
        var malformed = catchThrowableOfType(Json.Malformed.class, () -> SourceText.decode(bytes));
        assertThat(malformed).isNotNull();
        assertThat(malformed.key()).isEqualTo(key);
        assertThat(malformed.line() + ":" + malformed.column()).isEqualTo(line + ":" + column);
    }
}
