package app.tomoni.notice.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.account.People;
import app.tomoni.notice.MailDelivery;
import app.tomoni.notice.Mails;
import app.tomoni.notice.TaskDigest;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Chip;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails of this installation, without what they say. */
@Route(MailsView.PATH)
@ForOffices(Office.ADMINISTRATOR)
class MailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "mails";
    private static final int MOST = 200;

    @Configuration
    static class Menu {
        @Bean
        MenuEntry mailsEntry() {
            return new MenuEntry("notice.mails.menu", PATH, Icon.MAIL, Set.of(Office.ADMINISTRATOR), 840);
        }
    }

    private final transient Mails mails;
    private final transient TaskDigest digest;
    private final transient People people;
    private final Div list = new Div();

    MailsView(Mails mails, MailDelivery sender, TaskDigest digest, People people) {
        this.mails = mails;
        this.digest = digest;
        this.people = people;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHead(getTranslation("notice.mails")), new Paragraph(getTranslation("notice.mails.lead")));
        if (!sender.canSend()) {
            add(new Note(Note.Kind.WARN, getTranslation("notice.mails.noServer")));
        }
        unreachable();
        add(new Paragraph(getTranslation("notice.mails.waiting", mails.waiting())), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var state = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .flatMap(text -> Arrays.stream(Mails.State.values())
                        .filter(each -> each.name().equals(text))
                        .findFirst());
        show(state.orElse(null));
    }

    /** Whose address takes no mails, and what they are not told until then. */
    private void unreachable() {
        var persons = digest.unreached();
        if (!persons.isEmpty()) {
            var names = people.names(persons).values().stream().sorted().toList();
            add(new Note(Note.Kind.WARN, getTranslation("notice.mails.unreachable", names)));
        }
    }

    private void show(Mails.@Nullable State state) {
        list.removeAll();
        list.add(filter(state));
        var lines = mails.latest(state, MOST);
        if (lines.isEmpty()) {
            list.add(none(state == null ? "notice.mails.none" : "notice.mails.none.state"));
            return;
        }
        var names = people.names(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.person()))
                .distinct()
                .toList());
        var withheld = getTranslation("notice.mails.withheld");
        var table = new PlainTable(
                getTranslation("notice.mails.caption", MOST),
                List.of(
                        getTranslation("notice.mails.subject"),
                        getTranslation("notice.mails.to"),
                        getTranslation("notice.mails.state"),
                        getTranslation("notice.mails.created")),
                Set.of());
        lines.forEach(line -> table.row(
                new Anchor(PATH + "/" + line.id(), Objects.requireNonNullElse(line.subject(), withheld)),
                new Text(line.person() == null ? withheld : names.getOrDefault(line.person(), "")),
                chip(line, getTranslation("notice.state." + line.state())),
                new Text(JapaneseDates.brief(line.createdAt(), getLocale()))));
        list.add(new Card(table));
    }

    private EmptyState none(String key) {
        return new EmptyState(getTranslation(key), getTranslation(key + ".why"));
    }

    private Nav filter(Mails.@Nullable State state) {
        var filter = new Nav();
        filter.addClassName("tabs");
        filter.getElement().setAttribute("aria-label", getTranslation("notice.mails.filter"));
        filter.add(tab(PATH, "notice.mails.all", state == null));
        for (var each : Mails.State.values()) {
            filter.add(tab(PATH + "?state=" + each, "notice.state." + each, each == state));
        }
        return filter;
    }

    private Anchor tab(String address, String key, boolean current) {
        var tab = new Anchor(address, getTranslation(key));
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    static Chip chip(Mails.Line line, String words) {
        var kind = switch (line.state()) {
            case WAITING -> Chip.Kind.PLAIN;
            case SENT -> Chip.Kind.OK;
            case FAILED -> Chip.Kind.WARN;
        };
        return new Chip(kind, words);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.mails");
    }
}
