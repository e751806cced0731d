package app.tomoni.proposal.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What proposals add to the main menu. */
@Configuration
class ProposalMenu {

    @Bean
    MenuEntry proposalsEntry() {
        return new MenuEntry(
                "proposal.home",
                ProposalNavigation.ofGroup(),
                Icon.HOME,
                Set.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER),
                10);
    }
}
