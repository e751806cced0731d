package app.tomoni.decision.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.call.CallId;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where selections and letters are found, and their lines in the menu. */
@Configuration
class SelectionNavigation {

    static final String SELECTIONS = "selections";
    static final String LETTERS = "letters";

    /** All letters of a call, also those that have arrived. */
    static String lettersOf(CallId call) {
        return LETTERS + "?call=" + call + "&all";
    }

    /** The letters of a call that have not left, or have not been opened. */
    static String lettersToPost(CallId call) {
        return LETTERS + "?call=" + call;
    }

    @Bean
    MenuEntry selectionsEntry() {
        return new MenuEntry(
                "decision.selections.menu",
                SELECTIONS,
                Icon.CHART,
                Set.of(Office.SECRETARIAT, Office.CHAIR, Office.ACTING_CHAIR, Office.APPROVER, Office.AUDITOR),
                400);
    }

    @Bean
    MenuEntry lettersEntry() {
        return new MenuEntry(
                "decision.letters.menu", LETTERS, Icon.MAIL, Set.of(Office.SECRETARIAT, Office.AUDITOR), 410);
    }
}
