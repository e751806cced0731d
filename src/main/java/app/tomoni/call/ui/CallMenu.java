package app.tomoni.call.ui;

import app.tomoni.account.FirstStep;
import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.call.Calls;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What calls add to the main menu, and to what an empty installation needs. */
@Configuration
class CallMenu {

    @Bean
    MenuEntry callsEntry() {
        return new MenuEntry(
                        "call.menu.staff",
                        CallNavigation.CALLS,
                        Icon.CALENDAR,
                        Set.of(
                                Office.SECRETARIAT,
                                Office.APPROVER,
                                Office.DEPARTMENT,
                                Office.DEPARTMENT_HEAD,
                                Office.FINANCE,
                                Office.AUDITOR),
                        300)
                .reachedBy("c");
    }

    @Bean
    FirstStep firstCallStep(Calls calls) {
        return new FirstStep(
                "call.setUp", CallNavigation.CALLS + "/new", Office.SECRETARIAT, 50, () -> calls.existsBy());
    }

    @Bean
    MenuEntry openCallsEntry() {
        return new MenuEntry(
                        "call.menu.groups",
                        CallNavigation.OPEN_CALLS,
                        Icon.CALENDAR,
                        Set.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER),
                        150)
                .reachedBy("c");
    }
}
