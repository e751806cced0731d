package app.tomoni.notice.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.HeadTool;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.notice.Notices;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the reader has been told, the latest first: the same as by mail, and there also without one. */
@Route(NoticesView.PATH)
@ForEveryoneSignedIn
class NoticesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "notices";

    /** So many are shown at a time. */
    static final int SIZE = 50;

    private static final String PAGE = "page";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    @Configuration
    static class Head {
        @Bean
        HeadTool noticesTool(Notices notices) {
            return new HeadTool("notice.notices", PATH, Icon.BELL, 20)
                    .reachedBy("n")
                    .counting(notices::unread);
        }
    }

    private final transient Notices notices;
    private final transient PersonId reader;
    private final transient Clock clock;

    NoticesView(Notices notices, SignedIn signedIn, Clock clock) {
        this.notices = notices;
        this.reader = signedIn.person();
        this.clock = clock;
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PAGE)
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::parseInt)
                .orElse(0));
    }

    private void show(int page) {
        removeAll();
        var looked = clock.instant();
        var found = notices.latest(reader, page * SIZE, SIZE + 1);
        if (found.isEmpty() && page > 0) {
            show(0);
            return;
        }
        add(new PageHead(getTranslation("notice.notices")));
        if (found.isEmpty()) {
            add(new EmptyState(getTranslation("notice.notices.none"), getTranslation("notice.notices.none.why")));
            return;
        }
        var unread = new Div();
        unread.addClassName("row");
        count(unread, looked);
        var shown = found.subList(0, Math.min(SIZE, found.size()));
        add(
                new Paragraph(getTranslation("notice.notices.lead")),
                unread,
                new Card(new NoticeList(notices, reader, shown, looked, () -> count(unread, looked))));
        if (page > 0 || found.size() > SIZE) {
            add(pages(page, found.size() > SIZE));
        }
    }

    private void count(Div line, Instant looked) {
        var number = notices.unread(reader);
        line.removeAll();
        line.add(new Span(
                number == 0
                        ? getTranslation("notice.notices.read")
                        : getTranslation(
                                number < Notices.MANY ? "notice.notices.unread" : "notice.notices.unread.many",
                                number)));
        if (number > 0) {
            line.add(Buttons.quiet(getTranslation("notice.notices.readAll"), event -> {
                notices.readAll(reader, looked);
                getUI().ifPresent(ui -> ui.navigate(NoticesView.class));
            }));
        }
    }

    private Component pages(int page, boolean more) {
        var nav = new Nav();
        nav.addClassName("pages");
        nav.setAriaLabel(getTranslation("notice.notices.pages"));
        if (page > 0) {
            nav.add(link(getTranslation("notice.notices.newer", SIZE), page - 1));
        }
        nav.add(new Span(getTranslation("notice.notices.page", page + 1)));
        if (more) {
            nav.add(link(getTranslation("notice.notices.older", SIZE), page + 1));
        }
        return nav;
    }

    private static RouterLink link(String text, int page) {
        var link = new RouterLink(text, NoticesView.class);
        if (page > 0) {
            link.setQueryParameters(QueryParameters.of(PAGE, String.valueOf(page)));
        }
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.notices");
    }
}
