package app.tomoni.search;

import app.tomoni.account.HeadTool;
import app.tomoni.shared.ui.Icon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way here in the head of every screen. */
@Configuration
class SearchTool {

    static final String KEY = "/";

    @Bean
    HeadTool searchWay() {
        return new HeadTool("search.menu", SearchView.PATH, Icon.SEARCH, 10).pressedBy(KEY);
    }
}
