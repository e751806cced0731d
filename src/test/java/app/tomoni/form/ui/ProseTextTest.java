package app.tomoni.form.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTextTest {

    @Test
    void whatIsWrittenInMarkdownIsDrawnAsItIsMeant() {
        var drawn = drawn("""
                ### 書き方

                **かならず**お読みください。
                *目安*は次のとおりです。

                - 1つ目
                - 2つ目

                3. [手引き](https://example.jp/guide)
                4. [お尋ね](mailto:city@example.jp)""");

        assertThat(drawn)
                .contains("<h3>書き方</h3>")
                .contains("<p><strong>かならず</strong>お読みください。 <em>目安</em>は次のとおりです。</p>")
                .contains("<li>1つ目</li>", "<li>2つ目</li>", "<ol start=\"3\">")
                .contains("href=\"https://example.jp/guide\"", ">手引き</a>", "href=\"mailto:city@example.jp\"")
                .doesNotContain("#", "**", "- 1");
    }

    @ParameterizedTest
    @CsvSource({"'# 一\n## 二\n### 三',h3 h4 h5", "'### 三\n# 一\n###### 六',h3 h3 h4", "'## 二\n#### 四\n## 二',h3 h4 h3"})
    void headingsFollowThatOfTheSectionAndLeaveNoneOut(String markdown, String levels) {
        assertThat(drawn(markdown)
                        .replaceAll("(?s).*?<(h[1-6])>.*?</h[1-6]>", "$1 ")
                        .replaceAll("(?s)</div>|\\s+$", "")
                        .strip())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[押す](javascript:alert(1))",
                "[押す](data:text/html,x)",
                "[押す](//example.com)",
                "[押す](tasks/x)",
                "![押す](https://example.com/pixel.png)",
                "押す<img src=x onerror=alert(1)>",
                "<script>alert(1)</script>押す"
            })
    void nothingOfItRunsOrLoadsOrLeadsAstray(String markdown) {
        var text = new ProseText(markdown, 2);

        assertThat(text.getElement().getTextRecursively()).contains("押す");
        assertThat(text.getElement().getOuterHTML()).doesNotContain("<a", "<img", "<script", "href", "src=\"");
    }

    @Test
    void aTextWithoutMarksStaysAsItIs() {
        var text = "1個10MBまでです。\n    PDF、Word_2026_版";

        assertThat(drawn(text + "\n\n次の段落")).contains("<p>1個10MBまでです。 PDF、Word_2026_版</p><p>次の段落</p>");
        assertThat(new ProseText(text, 2).getElement().getTextRecursively()).contains("です。\nPDF");
    }

    private static String drawn(String markdown) {
        // The outer HTML writes each end of a line as a space, and adds some of its own
        return new ProseText(markdown, 2).getElement().getOuterHTML().replaceAll(">\n *<", "><");
    }
}
