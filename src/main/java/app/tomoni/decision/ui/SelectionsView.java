package app.tomoni.decision.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Holding;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Call;
import app.tomoni.call.CallId;
import app.tomoni.call.Calls;
import app.tomoni.decision.selection.AnswerResult;
import app.tomoni.decision.selection.DecisionRegister;
import app.tomoni.decision.selection.Stage;
import app.tomoni.decision.selection.Stages;
import app.tomoni.process.Audience;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CaseStatus;
import app.tomoni.process.Statuses;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All selections: where each stands, never how it ends. */
@Route(SelectionNavigation.SELECTIONS)
@ForOffices({Office.SECRETARIAT, Office.CHAIR, Office.ACTING_CHAIR, Office.APPROVER, Office.AUDITOR})
@StyleSheet("context://tomoni/decision.css")
class SelectionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Stages stages;
    private final Calls calls;
    private final DecisionRegister decisions;
    private final AnswerResult answer;
    private final Statuses statuses;
    private final Offices offices;
    private final SignedIn signedIn;
    private final Words words;

    SelectionsView(
            Stages stages,
            Calls calls,
            DecisionRegister decisions,
            AnswerResult answer,
            Statuses statuses,
            Offices offices,
            SignedIn signedIn,
            Translations translations) {
        this.stages = stages;
        this.calls = calls;
        this.decisions = decisions;
        this.answer = answer;
        this.statuses = statuses;
        this.offices = offices;
        this.signedIn = signedIn;
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHead(words.say("decision.selections.title")));
        var held = offices.heldBy(signedIn.person());
        var submitted = decisions.submitted();
        var all = stages.findAllByOrderByOpenedAtDesc().stream()
                .filter(stage -> held.stream().anyMatch(holding -> opens(holding, stage.call(), submitted)))
                .toList();
        if (all.isEmpty()) {
            add(new EmptyState(words.say("decision.selections.empty"), words.say("decision.selections.empty.why")));
            return;
        }
        var table = new PlainTable(
                words.say("decision.selections.caption"),
                List.of(
                        words.say("decision.selections.call"),
                        words.say("decision.selections.opened"),
                        words.say("decision.selections.state")),
                Set.of());
        var keys = all.stream().map(stage -> new CaseKey(stage.call().value())).toList();
        var where = statuses.of(keys, Audience.STAFF, signedIn.person(), getLocale());
        var byId = calls
                .findByIdIn(all.stream().map(stage -> stage.call().value()).toList())
                .stream()
                .collect(Collectors.toMap(Call::id, Function.identity()));
        var answers = answer.waiting(all.stream().map(Stage::call).toList());
        for (var stage : all) {
            var call = Objects.requireNonNull(byId.get(stage.call()));
            var status = where.get(new CaseKey(stage.call().value()));
            table.row(
                    new Anchor(SelectionNavigation.SELECTIONS + "/" + stage.call(), call.title()),
                    new Text(words.at(call.lastClosing())),
                    new Text(stage.endedAs()
                            .map(end -> words.say("decision.selections.ended." + end.name()))
                            .orElseGet(() -> now(status, answers.get(stage.call())))));
        }
        add(table);
    }

    private String now(@Nullable CaseStatus status, AnswerResult.@Nullable Waiting answers) {
        if (status == null) {
            return "";
        }
        if (answers == null) {
            return status.now();
        }
        var now = status.ended() ? words.say("decision.selections.answers", answers.all()) : status.now();
        return answers.late() == 0 ? now : words.say("decision.selections.answers.late", now, answers.late());
    }

    /** @param submitted of which calls a draft has been put before an approver */
    private static boolean opens(Holding holding, CallId call, Set<UUID> submitted) {
        return switch (holding.office()) {
            case SECRETARIAT, AUDITOR -> true;
            case APPROVER -> submitted.contains(call.value());
            case CHAIR, ACTING_CHAIR -> call.value().equals(holding.scope());
            default -> false;
        };
    }

    @Override
    public String getPageTitle() {
        return words.say("decision.selections.title");
    }
}
