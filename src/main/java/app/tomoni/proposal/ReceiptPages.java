package app.tomoni.proposal;

import app.tomoni.account.PublicPaths;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public page that checks receipts: plain HTML, no session, the same answer for whatever does not fit. */
@Controller
@AnonymousAllowed
class ReceiptPages {

    private static final int LONGEST = 200;

    private final CheckReceipt receipts;
    private final CheckLimit limit;
    private final Translations translations;

    ReceiptPages(CheckReceipt receipts, CheckLimit limit, Translations translations) {
        this.receipts = receipts;
        this.limit = limit;
        this.translations = translations;
    }

    @Bean
    static PublicPaths receiptPaths() {
        return new PublicPaths("/receipts");
    }

    @GetMapping("/receipts")
    String check(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String hash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var writtenNumber = cut(number);
        var writtenHash = cut(hash);
        model.addAttribute("number", writtenNumber);
        model.addAttribute("hash", writtenHash);
        if (writtenNumber.isBlank() || writtenHash.isBlank()) {
            if (number != null && hash != null) {
                model.addAttribute("problems", missing(Map.of("number", writtenNumber, "hash", writtenHash), locale));
            }
            return "proposal/receipts";
        }
        if (!limit.allows(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", "60");
            model.addAttribute("slow", true);
            return "proposal/receipts";
        }
        var confirmed = receipts.check(writtenNumber, writtenHash);
        model.addAttribute("wrong", confirmed.isEmpty());
        confirmed.ifPresent(receipt -> {
            model.addAttribute("receipt", receipt);
            model.addAttribute("at", JapaneseDates.full(receipt.submittedAt(), locale));
            model.addAttribute("clock", JapaneseDates.clock(receipt.submittedAt()));
        });
        return "proposal/receipts";
    }

    private Map<String, String> missing(Map<String, String> written, Locale locale) {
        return written.entrySet().stream()
                .filter(field -> field.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> translations.getTranslation("proposal.check." + field.getKey() + ".missing", locale)));
    }

    private static String cut(@Nullable String typed) {
        return typed == null ? "" : typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }
}
