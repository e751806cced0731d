package app.tomoni.demo;

import app.tomoni.account.DemoMark;
import app.tomoni.call.CallId;
import app.tomoni.call.Template;
import app.tomoni.installation.DataDirectory;
import app.tomoni.installation.StartRefused;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lets the fictional city work through a closed call, score another, begin an open one and draft the next, on the first start.
 *
 * <p>Its dates count from today. Everything goes through the same steps as the work of real people.
 */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoCity implements ApplicationRunner {

    private static final int LASTS = 30;
    /** What people were told before these days, they have read. */
    private static final int UNREAD = 14;
    /** The hour that the templates of calls name. */
    private static final int OPENS = 9;

    private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);

    private final DemoStart start;
    private final DemoMark mark;
    private final DemoDoor door;
    private final DemoListeners listeners;
    private final DemoClock clock;
    private final DemoPeople people;
    private final DemoCalls calls;
    private final DemoProposals proposals;
    private final DemoSelection selection;
    private final BusinessDays businessDays;
    private final ObjectProvider<DataDirectory> directory;

    DemoCity(
            DemoStart start,
            DemoMark mark,
            DemoDoor door,
            DemoListeners listeners,
            DemoClock clock,
            DemoPeople people,
            DemoCalls calls,
            DemoProposals proposals,
            DemoSelection selection,
            BusinessDays businessDays,
            ObjectProvider<DataDirectory> directory) {
        this.start = start;
        this.mark = mark;
        this.door = door;
        this.listeners = listeners;
        this.clock = clock;
        this.people = people;
        this.calls = calls;
        this.proposals = proposals;
        this.selection = selection;
        this.businessDays = businessDays;
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        setUp();
        door.open();
    }

    private void setUp() {
        if (!start.isFirst()) {
            return;
        }
        directory.ifAvailable(DataDirectory::noteDemoBegun);
        mark.make();
        var begun = System.nanoTime();
        try {
            load(texts(), LocalDate.now(clock));
        } catch (RuntimeException stuck) {
            throw proposals
                    .drawnSteps()
                    .<RuntimeException>map(steps -> new StartRefused(
                            "The demo city walks the drawings as they are delivered, and does not get past a step that"
                                    + " has been drawn into them: " + steps
                                    + ". Start with ./tomoni run --empty to try it with proposals of your own.",
                            stuck))
                    .orElse(stuck);
        } finally {
            clock.comeBack();
        }
        directory.ifAvailable(DataDirectory::noteDemoReady);
        LOG.info("The demo city has been set up in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    private void goTo(Instant at) {
        listeners.haveHeard();
        clock.goTo(at);
    }

    private void load(JsonNode texts, LocalDate today) {
        goTo(at(today.minusDays(200), 9));
        people.settle(texts);
        closedCall(texts, today);
        scoredCall(texts, today);
        openCall(texts, today);
        goTo(at(today.minusDays(1), 15));
        selection.begun();
        listeners.haveHeard();
        people.haveRead(at(today.minusDays(UNREAD), 0));
        clock.comeBack();
        calls.drafted(
                texts.path("calls").path("draft"),
                Template.LEVELS,
                today.plusDays(60),
                businessDays.rolledOn(today.plusDays(90)),
                businessDays.rolledOn(today.plusDays(170)));
    }

    private void closedCall(JsonNode texts, LocalDate today) {
        var publication = businessDays.rolledOn(today.minusDays(60));
        var decided = new ArrayList<Decided>();
        var call = scored(texts, "closed", "decided", today.minusDays(180), publication, decided);
        goTo(at(businessDays.rolledOn(publication.minusDays(30)), 10));
        selection.decided(call, texts.path("letter"));
        goTo(at(businessDays.rolledOn(publication.minusDays(14)), 10));
        selection.confirmed(call, at(publication, 10));
        goTo(at(publication, 10).plusSeconds(1));
        selection.published();
        goTo(at(businessDays.rolledOn(publication.plusDays(3)), 10));
        selection.answered(call, decided);
    }

    /** Who tries the demo as a committee need not wait until a call has ended. */
    private void scoredCall(JsonNode texts, LocalDate today) {
        var publication = businessDays.rolledOn(today.plusDays(45));
        scored(texts, "scored", "scored", today.minusDays(66), publication, new ArrayList<>());
    }

    /** A call of thirty days in which everybody has been quick: each proposal is checked and scored a day after its end. */
    private CallId scored(
            JsonNode texts,
            String title,
            String entered,
            LocalDate from,
            LocalDate publication,
            List<Decided> proposed) {
        var opens = businessDays.rolledOn(from);
        var closes = businessDays.rolledOn(from.plusDays(LASTS));
        goTo(at(opens.minusDays(10), 10));
        var call = calls.drafted(texts.path("calls").path(title), Template.POINTS, opens, closes, publication);
        calls.put(call, "/money/budget", "300,000");
        calls.put(call, "/money/rateNumerator", "1");
        calls.put(call, "/money/rateDenominator", "2");
        calls.put(call, "/money/ceiling", "250,000");
        calls.put(call, "/ranking/choice", "BUDGET_OFFER");
        calls.approved(call, texts.path("papers").path("guideline"));
        goTo(at(opens, OPENS));
        calls.openWhatIsDue();
        goTo(at(closes.minusDays(5), 14));
        for (var one : texts.path(entered)) {
            var id = proposals.written(
                    call,
                    one,
                    new FiscalYear(FiscalYear.of(opens).year() + 1).year(),
                    texts.path("papers").path("rules"));
            proposals.submitted(id, one);
            proposed.add(Decided.of(id, one));
        }
        goTo(at(businessDays.rolledOn(closes.plusDays(1)), 10));
        proposed.forEach(one -> proposals.accepted(one.id()));
        proposals.declared(call, proposed);
        var criteria = List.copyOf(calls.criteria(call).keySet());
        proposed.forEach(one -> proposals.scored(call, one, criteria));
        return call;
    }

    private void openCall(JsonNode texts, LocalDate today) {
        var opens = businessDays.rolledOn(today.minusDays(20));
        var closes = businessDays.rolledOn(today.plusDays(14));
        goTo(at(opens.minusDays(7), 10));
        var call = calls.drafted(
                texts.path("calls").path("open"),
                Template.LEVELS,
                opens,
                closes,
                businessDays.rolledOn(today.plusDays(90)));
        calls.put(call, "/money/rateNumerator", "1");
        calls.put(call, "/money/rateDenominator", "2");
        calls.put(call, "/money/ceiling", "250,000");
        calls.approved(call, texts.path("papers").path("guideline"));
        goTo(at(opens, OPENS));
        calls.openWhatIsDue();
        goTo(at(businessDays.rolledOn(today.minusDays(6)), 15));
        for (var one : texts.path("running")) {
            var state = DemoPeople.text(one, "state");
            if (state.equals("begun")) {
                proposals.begun(call, one);
                continue;
            }
            var id = proposals.written(
                    call,
                    one,
                    FiscalYear.of(opens).year() + 1,
                    texts.path("papers").path("rules"));
            switch (state) {
                case "writing" -> LOG.debug("left as a draft");
                case "checking" -> proposals.submitted(id, one);
                case "supplementing" -> {
                    proposals.submitted(id, one);
                    proposals.supplementAsked(id, one);
                }
                case "reviewing" -> {
                    proposals.submitted(id, one);
                    proposals.accepted(id);
                }
                default -> throw new IllegalStateException(state);
            }
        }
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(JapaneseDates.ZONE).toInstant();
    }

    private static JsonNode texts() {
        try {
            return Json.parse(new ClassPathResource("demo/city.json").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
