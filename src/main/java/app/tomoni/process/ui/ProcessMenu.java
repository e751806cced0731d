package app.tomoni.process.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the menu for those who keep it running. */
@Configuration
class ProcessMenu {

    @Bean
    MenuEntry stuckWorkEntry() {
        return new MenuEntry(
                "process.stuck.menu", "stuck-work", Icon.CLOCK, Set.of(Office.ADMINISTRATOR, Office.SECRETARIAT), 810);
    }
}
