package app.tomoni.demo;

import app.tomoni.call.AppointPanel;
import app.tomoni.call.ApproveCall;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.call.DraftCall;
import app.tomoni.call.OpenCall;
import app.tomoni.call.ReviseCall;
import app.tomoni.call.Template;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.Translations;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws up the calls of the fictional city, as its secretariat would. */
@Component
@ConditionalOnProperty("tomoni.demo")
class DemoCalls {

    private final DraftCall draft;
    private final ReviseCall revise;
    private final AppointPanel panel;
    private final ApproveCall approve;
    private final OpenCall open;
    private final Calls calls;
    private final DemoPapers papers;
    private final DemoPeople people;
    private final Translations translations;

    DemoCalls(
            DraftCall draft,
            ReviseCall revise,
            AppointPanel panel,
            ApproveCall approve,
            OpenCall open,
            Calls calls,
            DemoPapers papers,
            DemoPeople people,
            Translations translations) {
        this.draft = draft;
        this.revise = revise;
        this.panel = panel;
        this.approve = approve;
        this.open = open;
        this.calls = calls;
        this.papers = papers;
        this.people = people;
        this.translations = translations;
    }

    /** A draft with its dates, still without a panel. */
    CallId drafted(JsonNode texts, Template template, LocalDate opens, LocalDate closes, LocalDate publication) {
        var secretariat = people.person("secretariat");
        var origin = translations.getTranslation(template.labelKey(), Locale.JAPANESE);
        var id = people.as(secretariat, () -> draft.from(template, origin, secretariat));
        var project = new FiscalYear(FiscalYear.of(opens).year() + 1);
        var typed = new LinkedHashMap<String, String>();
        typed.put("/title", DemoPeople.text(texts, "title"));
        typed.put("/contact", DemoPeople.text(texts, "contact"));
        typed.put("/year", String.valueOf(FiscalYear.of(opens).year()));
        typed.put("/opensOn", opens.toString());
        typed.put("/closesOn", closes.toString());
        typed.put("/publicationOn", publication.toString());
        typed.put("/projectFrom", project.firstDay().toString());
        typed.put("/projectTo", project.lastDay().toString());
        typed.forEach((place, value) -> put(id, place, value));
        return id;
    }

    void put(CallId id, String place, String value) {
        var secretariat = people.person("secretariat");
        var shown = calls.get(id).draft();
        if (!revise.put(id, place, shown.within(place), shown.text(place), value, secretariat)
                .stored()) {
            throw new IllegalStateException(place);
        }
    }

    /**
     * Appoints the panel, adds the guideline as a paper, and has the draft approved.
     *
     * @param guideline the paper
     */
    void approved(CallId id, JsonNode guideline) {
        var secretariat = people.person("secretariat");
        var putForward = people.as(secretariat, () -> {
            people.panel().forEach(member -> panel.add(id, member, secretariat));
            panel.chair(id, people.panel().getFirst(), secretariat);
            panel.actingChair(id, people.actingChair(), secretariat);
            revise.addFile(id, papers.paper(guideline, secretariat), secretariat);
            return approve.putForward(id, secretariat);
        });
        var approver = people.person("approver");
        people.as(approver, () -> approve.approve(id, putForward, approver));
    }

    void openWhatIsDue() {
        open.due();
    }

    Map<String, Integer> criteria(CallId id) {
        var most = new LinkedHashMap<String, Integer>();
        calls.get(id).guideline().criteria().forEach(criterion -> most.put(criterion.id(), criterion.maxPoints()));
        return most;
    }
}
