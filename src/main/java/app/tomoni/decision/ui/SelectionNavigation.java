package app.tomoni.decision.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where selections and letters are found, and their lines in the menu. */
@Configuration
class SelectionNavigation {

    static final String SELECTIONS = "selections";
    static final String LETTERS = "letters";

    @Bean
    MenuEntry selectionsEntry() {
        return new MenuEntry(
                "decision.selections.menu",
                SELECTIONS,
                Icon.CHART,
                Set.of(Office.SECRETARIAT, Office.ACTING_CHAIR),
                400);
    }

    @Bean
    MenuEntry lettersEntry() {
        return new MenuEntry("decision.letters.menu", LETTERS, Icon.MAIL, Set.of(Office.SECRETARIAT), 410);
    }
}
