package app.tomoni.portal;

import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.Results;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.SearchWords;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds by words what stands on the other public pages, and nothing else. */
@Controller
@AnonymousAllowed
class FindPage {

    static final String PAGE = "/find";

    private static final int MOST = 20;

    /**
     * A page that was found.
     *
     * @param facts by which it is recognised beside its name
     */
    public record Found(String path, String name, List<String> facts) {}

    /**
     * Pages of one kind.
     *
     * @param more how many are not shown
     */
    public record Kind(String key, List<Found> shown, int more) {

        public int all() {
            return shown.size() + more;
        }
    }

    private final Calls calls;
    private final Results results;
    private final Translations translations;
    private final Clock clock;

    FindPage(Calls calls, Results results, Translations translations, Clock clock) {
        this.calls = calls;
        this.results = results;
        this.translations = translations;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    @Transactional(readOnly = true)
    public String find(@RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        model.addAttribute("q", q);
        var words = SearchWords.of(q);
        try {
            Lengths.demand(q, SearchWords.MOST);
        } catch (Refusal refusal) {
            model.addAttribute("problems", Map.of("q", translations.of(refusal, locale)));
            return "portal/find";
        }
        if (!words.isEmpty()) {
            var kinds = kinds(words);
            model.addAttribute("kinds", kinds);
            model.addAttribute("all", kinds.stream().mapToInt(Kind::all).sum());
        }
        return "portal/find";
    }

    private List<Kind> kinds(SearchWords words) {
        var now = clock.instant();
        var known = Stream.of(calls.open(now), calls.toCome(now), calls.closed(now))
                .flatMap(List::stream)
                .toList();
        var byId = known.stream().collect(Collectors.toMap(Call::id, Function.identity()));
        var kinds = new ArrayList<Kind>();
        add(
                kinds,
                "calls",
                known.stream()
                        .filter(call -> words.in(call.title()))
                        .map(call -> new Found("/guidelines/" + call.id(), call.title(), List.of())));
        add(
                kinds,
                "results",
                results.calls().stream()
                        .flatMap(call -> Stream.ofNullable(byId.get(call)))
                        .filter(call -> words.in(call.title()))
                        .map(call -> new Found(path(call.id()), call.title(), List.of())));
        add(
                kinds,
                "proposals",
                results.named().stream()
                        .filter(line -> words.in(line.number(), line.title(), line.organisation(), line.call()))
                        .map(line -> new Found(
                                path(line.of()) + "/" + line.proposal(),
                                line.title(),
                                List.of(line.number(), line.organisation(), line.call()))));
        return kinds;
    }

    private static String path(CallId call) {
        return "/results/" + call;
    }

    private static void add(List<Kind> kinds, String key, Stream<Found> found) {
        var all = found.toList();
        if (!all.isEmpty()) {
            kinds.add(new Kind(key, all.subList(0, Math.min(MOST, all.size())), Math.max(all.size() - MOST, 0)));
        }
    }
}
