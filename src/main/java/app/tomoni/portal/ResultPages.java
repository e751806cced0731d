package app.tomoni.portal;

import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.Results;
import app.tomoni.proposal.PublicProposals;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What was decided and why; before its time a result is as absent as one that never was. */
@Controller
@AnonymousAllowed
class ResultPages {

    private final Results results;
    private final Calls calls;
    private final PublicProposals proposals;

    ResultPages(Results results, Calls calls, PublicProposals proposals) {
        this.results = results;
        this.calls = calls;
        this.proposals = proposals;
    }

    @GetMapping("/results")
    @Transactional(readOnly = true)
    public String all(Model model) {
        var published = results.calls();
        model.addAttribute(
                "calls", calls.findByIdIn(published.stream().map(CallId::value).toList()));
        return "portal/results";
    }

    @GetMapping("/results/{call}")
    @Transactional(readOnly = true)
    public String ofCall(@PathVariable UUID call, Model model) {
        var result = results.of(new CallId(call)).orElseThrow(ResultPages::absent);
        model.addAttribute("result", result);
        model.addAttribute("call", calls.get(new CallId(call)));
        return "portal/result";
    }

    @GetMapping("/results/{call}/{proposal}")
    @Transactional(readOnly = true)
    public String ofProposal(@PathVariable UUID call, @PathVariable UUID proposal, Locale locale, Model model) {
        var result = results.of(new CallId(call)).orElseThrow(ResultPages::absent);
        var line = result.lines().stream()
                .filter(each -> each.proposal().equals(proposal))
                .findFirst()
                .orElseThrow(ResultPages::absent);
        model.addAttribute("result", result);
        model.addAttribute("line", line);
        model.addAttribute("call", calls.get(new CallId(call)));
        if (line.showsProposal()) {
            proposals.of(line.id(), locale).ifPresent(content -> model.addAttribute("content", content));
        }
        return "portal/proposal";
    }

    /** Rule, points and result, for whoever wants to compute it again. */
    @GetMapping("/results/{call}/open-data.json")
    public ResponseEntity<byte[]> openData(@PathVariable UUID call) {
        var json = results.openData(new CallId(call)).orElseThrow(ResultPages::absent);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("tomoni-" + call + ".json")
                                .build()
                                .toString())
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
