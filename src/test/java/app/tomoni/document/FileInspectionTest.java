package app.tomoni.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectionTest {

    @TempDir
    private Path directory;

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("計画.pdf", Samples.pdf(), FileKind.PDF),
                Arguments.of("計画.PDF", Samples.pdf(), FileKind.PDF),
                Arguments.of("計画.docx", Samples.office(Samples.DOCX, Map.of()), FileKind.DOCX),
                Arguments.of("予算書.xlsx", Samples.office(Samples.XLSX, Map.of()), FileKind.XLSX),
                Arguments.of("発表.pptx", Samples.office(Samples.PPTX, Map.of()), FileKind.PPTX),
                Arguments.of(
                        "表入り.docx",
                        Samples.office(
                                Samples.DOCX,
                                Map.of("word/embeddings/Sheet1.xlsx", Samples.office(Samples.XLSX, Map.of()))),
                        FileKind.DOCX),
                Arguments.of("写真.jpg", Samples.image("jpg"), FileKind.JPEG),
                Arguments.of("写真.jpeg", Samples.image("jpg"), FileKind.JPEG),
                Arguments.of("図.png", Samples.image("png"), FileKind.PNG));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theTypeIsFoundByContent(String name, byte[] bytes, FileKind kind) throws IOException {
        assertThat(inspection(name, bytes).kind()).isEqualTo(kind);
    }

    static Stream<Arguments> refused() {
        var macro = Map.of("xl/vbaProject.bin", new byte[] {1, 2, 3});
        return Stream.of(
                Arguments.of("空.pdf", new byte[0], "document.file.empty"),
                Arguments.of("大.pdf", new byte[11 * 1024 * 1024], "document.file.too-large"),
                Arguments.of("予算書.xlsm", Samples.office(Samples.XLSM, macro), "document.file.macro"),
                Arguments.of("予算書.xlsx", Samples.office(Samples.XLSM, Map.of()), "document.file.macro"),
                Arguments.of("予算書.xlsx", Samples.office(Samples.XLSX, macro), "document.file.macro"),
                Arguments.of(
                        "予算書.xlsx",
                        Samples.office(Samples.XLSX, Map.of("XL/VBAPROJECT.BIN", new byte[1])),
                        "document.file.macro"),
                Arguments.of(
                        "予算書.xlsx",
                        Samples.office(Samples.XLSX, Map.of("xl/macrosheets/sheet1.xml", new byte[1])),
                        "document.file.macro"),
                Arguments.of(
                        "計画.docx",
                        Samples.office(
                                Samples.DOCX, Map.of("word/embeddings/a.xlsx", Samples.office(Samples.XLSX, macro))),
                        "document.file.macro"),
                Arguments.of("計画.doc", Samples.ole(), "document.file.legacy"),
                Arguments.of("計画.docx", Samples.ole(), "document.file.locked"),
                Arguments.of("計画.msg", Samples.ole(), "document.file.type"),
                Arguments.of("写真.png", Samples.image("jpg"), "document.file.disguised"),
                Arguments.of("計画.docx", Samples.office(Samples.XLSX, Map.of()), "document.file.disguised"),
                Arguments.of("計画", Samples.pdf(), "document.file.extension"),
                Arguments.of("計画.pdf.exe", Samples.pdf(), "document.file.extension"),
                Arguments.of(
                        "計画.pdf", "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1), "document.file.not-what-it-says"),
                Arguments.of(
                        "写真.png",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                        "document.file.not-what-it-says"),
                Arguments.of("図.svg", "<svg/>".getBytes(StandardCharsets.UTF_8), "document.file.type"),
                Arguments.of("頁.html", "<html></html>".getBytes(StandardCharsets.UTF_8), "document.file.type"),
                Arguments.of("束.zip", Samples.zip(Map.of("a.txt", new byte[3])), "document.file.type"),
                Arguments.of("束.docx", Samples.zip(Map.of("a.txt", new byte[3])), "document.file.not-what-it-says"),
                Arguments.of(
                        "写真.jpg",
                        Samples.joined(Samples.image("jpg"), Samples.zip(Map.of("a.txt", new byte[3]))),
                        "document.file.two-in-one"),
                Arguments.of(
                        "計画.pdf",
                        Samples.joined("<script>".getBytes(StandardCharsets.UTF_8), Samples.pdf()),
                        "document.file.not-what-it-says"),
                Arguments.of(
                        "計画.docx",
                        Samples.office(Samples.DOCX, Map.of("../../etc/passwd", new byte[1])),
                        "document.file.damaged"),
                Arguments.of(
                        "計画.docx",
                        java.util.Arrays.copyOf(Samples.office(Samples.DOCX, Map.of()), 100),
                        "document.file.damaged"),
                Arguments.of(
                        "計画.docx",
                        Samples.office(Samples.DOCX, Map.of("word/media/zero.bmp", new byte[50_000_000])),
                        "document.file.excessive"),
                Arguments.of("計画.docx", Samples.office(Samples.DOCX, many()), "document.file.excessive"),
                Arguments.of("計画.docx", Samples.office(Samples.DOCX, nested()), "document.file.excessive"));
    }

    private static Map<String, byte[]> many() {
        var entries = new HashMap<String, byte[]>();
        for (var i = 0; i < 3_100; i++) {
            entries.put("word/" + i + ".xml", new byte[1]);
        }
        return entries;
    }

    private static Map<String, byte[]> nested() {
        var inner = Samples.zip(Map.of("zero.bin", new byte[60_000_000]));
        return Map.of("a.zip", Samples.zip(Map.of("b.zip", inner, "c.zip", inner)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotAcceptedIsRefusedNamingFileAndRule(String name, byte[] bytes, String messageKey) throws IOException {
        var inspection = inspection(name, bytes);

        var refusal = catchThrowableOfType(Refusal.class, inspection::kind);

        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.messageKey()).isEqualTo(messageKey);
        assertThat(new Translations().of(refusal, Locale.JAPANESE)).startsWith("「" + name + "」");
    }

    @Test
    void aMacroIsNamedWithTheWayOut() throws IOException {
        var inspection = inspection("予算書.xlsm", Samples.office(Samples.XLSM, Map.of()));

        var refusal = catchThrowableOfType(Refusal.class, inspection::kind);

        assertThat(new Translations().of(refusal, Locale.JAPANESE))
                .isEqualTo("「予算書.xlsm」はマクロ付きのため受け付けられません。マクロを含まない .xlsx として保存し直してください。");
    }

    private FileInspection inspection(String name, byte[] bytes) throws IOException {
        var file = directory.resolve("incoming");
        java.nio.file.Files.write(file, bytes);
        return new FileInspection(file, name);
    }
}
