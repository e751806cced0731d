package app.tomoni.proposal;

import app.tomoni.account.PublicPaths;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    /** Far more than any receipt has, also when what stands around it was copied with it. */
    private static final int LONGEST = 200;

    /** When something was handed in, for the page. */
    record Time(String day, String clock) {}

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
        model.addAttribute("most", LONGEST);
        model.addAttribute("number", number);
        model.addAttribute("hash", hash);
        if (number == null || hash == null) {
            return "proposal/receipts";
        }
        var problems = new HashMap<String, String>();
        note(problems, "number", number, locale);
        note(problems, "hash", hash, locale);
        if (!problems.isEmpty()) {
            model.addAttribute("problems", problems);
            return "proposal/receipts";
        }
        if (!limit.allows(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", "60");
            model.addAttribute("slow", true);
            return "proposal/receipts";
        }
        var confirmed = receipts.check(number, hash);
        model.addAttribute("wrong", confirmed.isEmpty());
        confirmed.ifPresent(receipt -> {
            model.addAttribute("receipt", receipt);
            model.addAttribute(
                    "times",
                    receipt.submittedAt().stream()
                            .map(at -> new Time(JapaneseDates.full(at, locale), JapaneseDates.clock(at)))
                            .toList());
        });
        return "proposal/receipts";
    }

    private void note(Map<String, String> problems, String field, String typed, Locale locale) {
        if (typed.isBlank()) {
            problems.put(field, translations.getTranslation("proposal.check." + field + ".missing", locale));
            return;
        }
        try {
            Lengths.demand(typed, LONGEST);
        } catch (Refusal refusal) {
            problems.put(field, translations.of(refusal, locale));
        }
    }
}
