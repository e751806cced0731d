package app.tomoni.organisation.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What groups add to the main menu. */
@Configuration
class OrganisationMenu {

    @Bean
    MenuEntry organisationsEntry() {
        return new MenuEntry(
                "organisation.menu.staff",
                OrganisationNavigation.ALL,
                Icon.PEOPLE,
                Set.of(Office.SECRETARIAT, Office.AUDITOR),
                400);
    }

    @Bean
    MenuEntry organisationEntry() {
        return new MenuEntry(
                "organisation.menu.own",
                OrganisationNavigation.OWN,
                Icon.PEOPLE,
                Set.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER),
                200);
    }
}
