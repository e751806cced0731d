package app.tomoni.account.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the screens about people and the city are. */
@Configuration
public class AccountNavigation {

    static final String PEOPLE = "people";
    static final String DEPARTMENTS = "departments";
    static final String HOLIDAYS = "holidays";
    static final String CITY = "city";
    static final String MINE = "my-account";

    public static String person(PersonId person) {
        return PEOPLE + "/" + person;
    }

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry("account.people", PEOPLE, Icon.PEOPLE, Set.of(Office.ADMINISTRATOR), 800);
    }

    @Bean
    MenuEntry departmentsEntry() {
        return new MenuEntry("account.departments", DEPARTMENTS, Icon.LIST, Set.of(Office.ADMINISTRATOR), 810);
    }

    @Bean
    MenuEntry holidaysEntry() {
        return new MenuEntry("account.holidays", HOLIDAYS, Icon.CALENDAR, Set.of(Office.ADMINISTRATOR), 820);
    }

    @Bean
    MenuEntry cityEntry() {
        return new MenuEntry("account.city", CITY, Icon.GEAR, Set.of(Office.ADMINISTRATOR), 830);
    }

    @Bean
    MenuEntry mineEntry() {
        return new MenuEntry("account.mine", MINE, Icon.PERSON, Set.of(), 900);
    }
}
