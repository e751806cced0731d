package app.tomoni.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void foldersAndHiddenCharactersAreTakenOff() {
        assertThat(FileNames.clean("C:\\fakepath\\予算書.xlsx")).isEqualTo("予算書.xlsx");
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("計画\u202Efdp.exe")).isEqualTo("計画fdp.exe");
        assertThat(FileNames.clean("か\u3099.pdf")).isEqualTo("が.pdf");
        assertThat(FileNames.clean(" \r\n")).isEqualTo("file");
        assertThat(FileNames.clean("..")).isEqualTo("file");
        assertThat(FileNames.clean("𠮷".repeat(200) + ".pdf"))
                .endsWith("𠮷.pdf")
                .hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void theHeaderKeepsEveryNameAndCannotBeBrokenOut() {
        assertThat(FileNames.attachment("予算 書\".pdf"))
                .isEqualTo(
                        "attachment; filename=\"__ __.pdf\"; filename*=UTF-8''%E4%BA%88%E7%AE%97%20%E6%9B%B8%22.pdf");
        assertThat(FileNames.attachment("a\r\nX: y")).doesNotContain("\r", "\n");
    }
}
