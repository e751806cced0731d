package app.tomoni.proposal.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.call.CallLink;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What proposals add to the main menu and to the page of a call. */
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

    @Bean
    CallLink proposalsOfCall() {
        return new CallLink(
                "proposal.ofCall.link", ProposalNavigation::ofCall, Set.of(Office.SECRETARIAT, Office.AUDITOR), 10);
    }
}
