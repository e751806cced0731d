package app.tomoni.review.ui;

import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.call.CallLink;
import app.tomoni.shared.ui.Icon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the review adds to the main menu and to the page of a call. */
@Configuration
class ReviewMenu {

    @Bean
    MenuEntry reviewsEntry() {
        return new MenuEntry("review.menu", ReviewNavigation.REVIEWS, Icon.PENCIL, Set.of(Office.REVIEWER), 200);
    }

    @Bean
    CallLink progressLink() {
        return new CallLink(
                "review.progress.title", ReviewNavigation::progress, Set.of(Office.SECRETARIAT, Office.AUDITOR), 20);
    }
}
