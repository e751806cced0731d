package app.tomoni.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes letters and receipts as A4 PDF, with the fonts that come along, so that the text can be searched and copied.
 *
 * <p>A template is well-formed XHTML under {@code templates/}; its style is the fragment {@code letters/style}. Nothing
 * outside is ever fetched.
 */
@Component
public class Letters {

    private static final String FAMILY = "BIZ UDPGothic";
    /** Holds the characters of names that the other lacks. */
    private static final String RARE = "Noto Sans JP";

    /** Typed text holds what programs leave in it, and a single one of these would stop the letter for good. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        // It has loggers of its own, which would tell the console of every font
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static final String REGULAR_FONT = "BIZUDPGothic-Regular.ttf";
    private static final String RARE_FONT = "NotoSansJP-Rest.ttf";

    private final ITemplateEngine templates;
    private final Supplier<LetterCharacters> characters =
            SingletonSupplier.of(() -> new LetterCharacters(List.of(() -> font(REGULAR_FONT), () -> font(RARE_FONT))));

    Letters(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** @param template as named under {@code templates/}, without its ending: {@code letters/receipt} */
    public byte[] pdf(String template, Map<String, ?> model, Locale locale) {
        var context = new Context(locale);
        model.forEach(context::setVariable);
        return render(characters.get().shown(xml(templates.process(template, context))));
    }

    /** The text with soft line breaks (U+000B) as line breaks, and without what XML 1.0 does not allow. */
    private static String xml(String text) {
        return NOT_XML.matcher(text.replace('\u000B', '\n')).replaceAll("");
    }

    private static byte[] render(String xhtml) {
        var pdf = new ByteArrayOutputStream(64 * 1024);
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useFont(() -> font(REGULAR_FONT), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("BIZUDPGothic-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true)
                    .useFont(() -> font(RARE_FONT), RARE, 400, FontStyle.NORMAL, true)
                    .withProducer("Tomoni")
                    .withHtmlContent(xhtml, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        try {
            return new ClassPathResource("fonts/" + name).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
