package app.tomoni.inbox;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the menu that leads here. */
@Configuration
class InboxMenu {

    @Bean
    MenuEntry inboxEntry() {
        return new MenuEntry(
                        "inbox.menu",
                        "inbox",
                        Icon.INBOX,
                        Set.of(
                                Office.SECRETARIAT,
                                Office.DEPARTMENT,
                                Office.DEPARTMENT_HEAD,
                                Office.APPROVER,
                                Office.FINANCE,
                                Office.CHAIR,
                                Office.ACTING_CHAIR,
                                Office.REVIEWER),
                        20)
                .reachedBy("i");
    }
}
