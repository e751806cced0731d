package app.tomoni.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class LettersTest {

    @Test
    void aLetterIsAnA4PageWhoseTextCanBeSearchedAndCopied() throws IOException {
        var text = "補助金交付の決定について、𠮷野様・髙橋様・﨑山様へお知らせします。上限は250,000円です。①㎡～－「」 <script>alert(1)</script>";

        var pdf = letters().pdf("letters/sample", Map.of("title", "結果のお知らせ", "text", text), Locale.JAPANESE);

        try (var document = Loader.loadPDF(pdf)) {
            var page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isBetween(PDRectangle.A4.getWidth() - 1, PDRectangle.A4.getWidth() + 1);
            assertThat(page.getHeight()).isBetween(PDRectangle.A4.getHeight() - 1, PDRectangle.A4.getHeight() + 1);
            var read = new PDFTextStripper().getText(document).replaceAll("\\R", "");
            assertThat(read).contains(text.replaceAll("\\R", ""), "結果のお知らせ", "費目", "80,000円");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("結果のお知らせ");
        }
        assertThat(pdf.length).isLessThan(100_000);
    }

    @Test
    void whatProgramsLeaveInTypedTextStopsNoLetter() throws IOException {
        var typed = "花壇を\u000Bつく\bる\uFFFE・𠮷野\uD842\0 \uDFB7様";

        var pdf = letters().pdf("letters/sample", Map.of("title", "結果\u000Bの\fお知らせ", "text", typed), Locale.JAPANESE);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).lines()).contains("結果 のお知らせ", "花壇を つくる・𠮷野 様");
        }
    }

    @Test
    void aCharacterThatNoFontHasIsMarkedOnceAndAVariantIsShownInItsOwnShape() throws IOException {
        var typed = "葛\uDB40\uDD00城の𩸽と𠮷野、👨‍👩‍👧と☕\uFE0F、か\u3099き";

        var pdf = letters().pdf("letters/sample", Map.of("title", "結果", "text", typed), Locale.JAPANESE);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).lines()).contains("葛城の𩸽と𠮷野、〓と〓、がき");
        }
    }

    @Test
    void theConsoleIsNotToldOfEveryFont() {
        letters().pdf("letters/sample", Map.of("title", "件名", "text", "本文"), Locale.JAPANESE);

        assertThat(XRLog.listRegisteredLoggers())
                .isNotEmpty()
                .allSatisfy(logger -> assertThat(Logger.getLogger(logger).isLoggable(Level.INFO))
                        .isFalse());
    }

    private static Letters letters() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return new Letters(engine);
    }
}
