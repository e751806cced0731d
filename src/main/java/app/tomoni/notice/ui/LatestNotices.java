package app.tomoni.notice.ui;

import app.tomoni.account.HomeCard;
import app.tomoni.account.PersonId;
import app.tomoni.notice.Notices;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Card;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a member of a group was told last, on the page that they begin with. */
@Configuration
class LatestNotices {

    private static final int MOST = 3;

    @Bean
    HomeCard latestNoticesCard(Notices notices, Translations texts, Clock clock) {
        return (reader, locale) -> card(notices, texts, clock, reader, locale);
    }

    private static Component card(Notices notices, Translations texts, Clock clock, PersonId reader, Locale locale) {
        var latest = notices.latest(reader, 0, MOST);
        var head = texts.getTranslation("notice.notices", locale);
        if (latest.isEmpty()) {
            return new Card(head, new Paragraph(texts.getTranslation("notice.notices.none.why", locale)));
        }
        return new Card(
                head,
                new NoticeList(notices, reader, latest, clock.instant(), () -> {}),
                new Anchor(NoticesView.PATH, texts.getTranslation("notice.notices.all", locale)));
    }
}
