package app.tomoni.portal;

import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.PublishedResult;
import app.tomoni.decision.Results;
import app.tomoni.proposal.ProposalId;
import app.tomoni.proposal.PublicProposals;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was decided and why; before its time a result is as absent as one that never was. */
@Controller
@AnonymousAllowed
class ResultPages {

    private static final int LIST_BYTES = 60_000;
    private static final int CORRECTION_BYTES = 20_000;
    /** A row without what it says of its own. */
    private static final int ROW_BYTES = 800;

    private static final int LINK_BYTES = 900;

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
    public String all(@RequestParam(defaultValue = "1") int page, Model model) {
        var pages = new Pages(page);
        var times = results.published();
        var published = pages.of(List.copyOf(times.sequencedKeySet()), LIST_BYTES, id -> LINK_BYTES).stream()
                .map(CallId::value)
                .toList();
        model.addAttribute("published", times);
        model.addAttribute("pages", pages.known());
        model.addAttribute(
                "calls",
                calls.findByIdIn(published).stream()
                        .sorted(Comparator.comparing(
                                call -> published.indexOf(call.id().value())))
                        .toList());
        return "portal/results";
    }

    @GetMapping("/results/{call}")
    @Transactional(readOnly = true)
    public String ofCall(@PathVariable UUID call, @RequestParam(defaultValue = "1") int page, Model model) {
        var result = results.of(new CallId(call)).orElseThrow(ResultPages::absent);
        var pages = new Pages(page);
        var lines = pages.of(
                result.lines(),
                LIST_BYTES,
                line -> ROW_BYTES + Pages.bytes(line.title()) + Pages.bytes(line.organisation()));
        model.addAttribute("lines", lines);
        model.addAttribute(
                "withdrawn",
                lines.stream()
                        .filter(PublishedResult.Line::withdrawn)
                        .map(PublishedResult.Line::number)
                        .toList());
        model.addAttribute("departed", PublishedResult.departed(lines));
        model.addAttribute(
                "corrections",
                pages.of(
                        result.corrections(),
                        CORRECTION_BYTES,
                        each -> ROW_BYTES + Pages.bytes(each.wrong()) + Pages.bytes(each.correct())));
        model.addAttribute("pages", pages.known());
        model.addAttribute("result", result);
        return "portal/result";
    }

    @GetMapping("/results/{call}/{proposal}")
    @Transactional(readOnly = true)
    public String ofProposal(
            @PathVariable UUID call,
            @PathVariable UUID proposal,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var result = results.of(new CallId(call)).orElseThrow(ResultPages::absent);
        var line = result.line(new ProposalId(proposal)).orElseThrow(ResultPages::absent);
        var pages = new Pages(page);
        model.addAttribute("result", result);
        model.addAttribute("line", line);
        if (line.showsProposal()) {
            proposals
                    .of(line.id(), locale)
                    .ifPresent(content -> model.addAttribute("content", ContentPieces.on(pages, content)));
        }
        model.addAttribute("pages", pages.known());
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
