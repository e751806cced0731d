package app.tomoni.review;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.call.CallId;
import app.tomoni.call.PanelChanged;
import app.tomoni.call.Panels;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePeople;
import app.tomoni.process.Cases;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Opens the sheets that are missing when somebody joins a panel while it scores, and asks who leaves it for nothing more;
 * what is scored already stays as it is.
 */
@Component
class ChangingPanel {

    private static final String SCORING = "scoreProposal";

    private final Panels panels;
    private final ReviewedProposals proposals;
    private final Declarations declarations;
    private final ScoreSheets sheets;
    private final Cases cases;
    private final CasePeople people;

    ChangingPanel(
            Panels panels,
            ReviewedProposals proposals,
            Declarations declarations,
            ScoreSheets sheets,
            Cases cases,
            CasePeople people) {
        this.panels = panels;
        this.proposals = proposals;
        this.declarations = declarations;
        this.sheets = sheets;
        this.cases = cases;
        this.people = people;
    }

    @ApplicationModuleListener
    void on(PanelChanged event) {
        if (event.office() != Office.REVIEWER) {
            return;
        }
        var listed = proposals.ofCall(event.call());
        cases.hold(listed.stream()
                .map(one -> new CaseKey(one.proposal().value()))
                .toList()); // before the panel, as a case does that opens its sheets
        sheets.holdPanel(event.call());
        if (panels.members(event.call()).contains(event.person())) {
            join(event.person(), event.call(), listed);
            declarations.join(event.person(), event.call());
        } else {
            sheets.leave(event.person(), event.call());
            declarations.leave(event.person(), event.call());
        }
    }

    private void join(PersonId person, CallId call, List<Listed> all) {
        var known = sheets.mine(person, call);
        all.stream()
                .filter(listed -> Optional.ofNullable(known.get(listed.proposal()))
                        .filter(sheet -> sheet.participation() != Participation.LEFT)
                        .isEmpty())
                .forEach(listed -> open(listed, person));
    }

    private void open(Listed listed, PersonId member) {
        var key = new CaseKey(listed.proposal().value());
        if (declarations.tie(member, listed.proposal()) == Tie.TIE) {
            if (cases.waitsAt(key, SCORING)) {
                sheets.open(listed.call(), listed.proposal(), List.of(), List.of(member));
            }
        } else if (people.offerTo(member, key, SCORING)) {
            sheets.open(listed.call(), listed.proposal(), List.of(member), List.of());
        }
    }
}
