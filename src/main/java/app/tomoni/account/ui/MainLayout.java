package app.tomoni.account.ui;

import app.tomoni.account.City;
import app.tomoni.account.DemoMark;
import app.tomoni.account.Holding;
import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageTop;
import app.tomoni.shared.ui.PlaceLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The frame of every screen behind the sign-in: the same head, menu and places on each. */
@Layout
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver, PageTop {

    /** To the place of the page that the address names, which may be told later than the page is there; or to its heading. */
    private static final String ARRIVE = PlaceLink.LEAD + """
            const go = () => {
              const place = location.hash && document.getElementById(location.hash.slice(1));
              if (!place) return false;
              lead(place);
              return true;
            };
            if (!go()) {
              this.querySelector('h1')?.focus();
              window.addEventListener('vaadin-navigated', go, {once: true});
            }""";

    private final Main main = new Main();
    private final Div top = new Div();
    private final Nav side = new Nav();
    private final Span city = new Span();

    MainLayout(SignedIn signedIn, Offices offices, People people, City city, DemoMark mark, List<MenuEntry> menu) {
        addClassName("frame");
        // The word that our own labels carry, where a field draws its label itself
        getStyle().set("--vaadin-input-field-required-indicator", '"' + getTranslation("shared.required") + '"');
        top.addClassName("page-top");
        main.setId("main");
        main.addClassName("main");
        var person = signedIn.ifAny();
        var head = head(person.map(people::name));
        add(skipLink(), partyLine(), head);
        name(city.names());
        if (mark.set()) {
            var band = new Div(getTranslation("shared.demo"));
            band.addClassName("demo-band");
            head.add(band);
        }
        person.ifPresent(someone -> fill(menu, offices, someone));
        var shell = new Div(side, main);
        shell.addClassName("shell");
        add(shell);
    }

    private Component skipLink() {
        var skip = new PlaceLink("main", getTranslation("shared.skip"));
        skip.addClassName("skip");
        return skip;
    }

    private static Component partyLine() {
        return new Html("<div class=\"topline\" aria-hidden=\"true\"><i></i><i></i></div>");
    }

    private Header head(Optional<String> name) {
        var brand = new Anchor("home");
        brand.addClassName("brand");
        brand.add(
                new Html("<img src=\"tomoni/mark.svg\" width=\"38\" height=\"38\" alt=\"\">"),
                new Html("<b>" + getTranslation("shared.app") + "</b>"));
        brand.add(city);
        var open = new NativeButton(
                getTranslation("shared.menu"), event -> side.setClassName("open", !side.hasClassName("open")));
        open.addClassNames("tool", "btnlike", "menu-s");
        var tools = new Div(help());
        name.ifPresent(known -> tools.add(who(known), signOut()));
        tools.addClassName("tools");
        var in = new Div(brand, open, tools);
        in.addClassName("in");
        var top = new Header(in);
        top.addClassName("top");
        return top;
    }

    /** Says at the head of the page how the city is called. */
    void name(City.Names names) {
        city.removeAll();
        city.setVisible(names.given());
        city.add(new Text(names.name()), new HtmlComponent("br"), new Text(names.programme()));
    }

    private Component who(String name) {
        var who = new Span(Icon.PERSON.create(), new Text(name));
        who.addClassName("tool");
        return who;
    }

    /** How it goes and whom to ask, on a page that everyone can read. */
    private Component help() {
        var help = new Anchor("how", "");
        help.add(Icon.HELP.create(), new Text(getTranslation("shared.help")));
        help.addClassName("tool");
        help.setRouterIgnore(true);
        return help;
    }

    private Component signOut() {
        var leave = new Anchor("sign-out", "");
        leave.add(Icon.OUT.create(), new Text(getTranslation("shared.signOut")));
        leave.addClassName("tool");
        leave.setRouterIgnore(true);
        KeptInBrowser.wipedBy(leave);
        return leave;
    }

    private void fill(List<MenuEntry> menu, Offices offices, PersonId person) {
        Set<Office> held = offices.heldBy(person).stream().map(Holding::office).collect(Collectors.toSet());
        side.addClassName("side");
        side.getElement().setAttribute("aria-label", getTranslation("shared.menu.main"));
        menu.stream()
                .filter(entry ->
                        entry.offices().isEmpty() || entry.offices().stream().anyMatch(held::contains))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .forEach(entry -> {
                    var link = new Anchor(entry.path());
                    link.add(entry.icon().create(), new Text(getTranslation(entry.key())));
                    side.add(link);
                });
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        top.removeAll();
        main.removeAll();
        main.add(top);
        main.getElement().appendChild(content.getElement());
        side.removeClassName("open");
    }

    @Override
    public void beSilent() {
        top.removeAll();
    }

    @Override
    public void say(Note note) {
        top.removeAll();
        top.add(note);
        note.lead();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var lines = side.getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .toList();
        var path = event.getLocation().getPath();
        // What is to be done stands in the list that each menu begins with
        var here =
                path.startsWith("tasks/") && !lines.isEmpty() ? lines.getFirst().getHref() : path;
        lines.forEach(link -> {
            if (here.equals(link.getHref()) || here.startsWith(link.getHref() + "/")) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        main.getElement().executeJs(ARRIVE);
    }
}
