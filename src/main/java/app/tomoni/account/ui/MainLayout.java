package app.tomoni.account.ui;

import app.tomoni.account.City;
import app.tomoni.account.DemoMark;
import app.tomoni.account.HeadTool;
import app.tomoni.account.Holding;
import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.account.SignedIn;
import app.tomoni.account.SingleKeys;
import app.tomoni.shared.ui.Icon;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.Keyboard;
import app.tomoni.shared.ui.KeysDialog;
import app.tomoni.shared.ui.Note;
import app.tomoni.shared.ui.PageTop;
import app.tomoni.shared.ui.PlaceLink;
import app.tomoni.shared.ui.ScreenKeys;
import app.tomoni.shared.ui.ScreenKeys.Key;
import com.vaadin.flow.component.AttachEvent;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The frame of every screen behind the sign-in: the same head, menu and places on each. */
@Layout
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver, PageTop, Keyboard {

    /**
     * To the place of the page that the address names, which may be told later than the page is there; or to the field that
     * the page begins with, or its heading. Whoever types in a field of this very page goes on there.
     */
    private static final String ARRIVE = PlaceLink.LEAD + """
            const at = document.activeElement;
            if ($0 && this.contains(at) && at.matches('input, textarea')) return;
            const go = () => {
              const place = location.hash && document.getElementById(location.hash.slice(1));
              if (!place) return false;
              lead(place);
              return true;
            };
            if (!go()) {
              (this.querySelector('[data-first]') ?? this.querySelector('h1'))?.focus();
              window.addEventListener('vaadin-navigated', go, {once: true});
            }""";

    private static final String LIST = "frame-keys";

    /**
     * Hears of keys before the screen does, since g and the letter after it are one; never in a field, in a list that is
     * open, in a dialog, or while a word is being composed. A way is taken as by a press on its link, and a field gets the cursor.
     */
    private static final String KEYS = """
            const el = this;
            if (el.frameKeys) document.removeEventListener('keydown', el.frameKeys, true);
            el.frameKeys = null;
            if (!$0) return;
            const fields = 'textarea, select, [contenteditable], [role=listbox], [role=combobox], [role=menu],'
              + ' input:not([type=radio]):not([type=checkbox]):not([type=button])';
            let led = 0;
            el.frameKeys = e => {
              if (!el.isConnected) { document.removeEventListener('keydown', el.frameKeys, true); return; }
              if (e.key === 'Shift') return;
              const second = Date.now() - led < 2000;
              led = 0;
              if (e.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey || e.altKey || e.repeat
                || document.querySelector('vaadin-dialog[opened]')
                || e.composedPath().some(at => at.matches && at.matches(fields))) return;
              const way = el.querySelector((second ? '[data-letter="' : '[data-press="') + CSS.escape(e.key) + '"]');
              if (e.key === '?') {
                el.dispatchEvent(new CustomEvent($1));
              } else if (way) {
                if (way.localName === 'a') way.click(); else way.focus();
              } else {
                if (e.key === 'g') led = Date.now();
                return;
              }
              e.preventDefault();
              e.stopPropagation();
            };
            document.addEventListener('keydown', el.frameKeys, true);""";

    private final Main main = new Main();
    private final Div top = new Div();
    private final Nav side = new Nav();
    private final Span city = new Span();
    private final List<Key> ways = new ArrayList<>();
    private final List<Offered> tools = new ArrayList<>();
    private final SingleKeys singleKeys;
    private final Optional<PersonId> reader;
    private boolean single;
    private @Nullable ScreenKeys screen;
    private @Nullable String shown;

    /** @param news says how much is new there, while anything is */
    private record Offered(HeadTool tool, Anchor link, Span news) {}

    MainLayout(
            SignedIn signedIn,
            Offices offices,
            People people,
            City city,
            DemoMark mark,
            SingleKeys singleKeys,
            List<MenuEntry> menu,
            ObjectProvider<HeadTool> tools) {
        this.singleKeys = singleKeys;
        this.reader = signedIn.ifAny();
        addClassName("frame");
        // The word that our own labels carry, where a field draws its label itself
        getStyle().set("--vaadin-input-field-required-indicator", '"' + getTranslation("shared.required") + '"');
        top.addClassName("page-top");
        main.setId("main");
        main.addClassName("main");
        reader.ifPresent(someone ->
                tools.stream().sorted(Comparator.comparingInt(HeadTool::order)).forEach(this::offer));
        var head = head(reader.map(people::name));
        add(skipLink(), partyLine(), head);
        name(city.names());
        if (mark.set()) {
            var band = new Div(getTranslation("shared.demo"));
            band.addClassName("demo-band");
            head.add(band);
        }
        reader.ifPresent(someone -> fill(menu, offices, someone));
        var shell = new Div(side, main);
        shell.addClassName("shell");
        add(shell);
        getElement().addEventListener(LIST, event -> showKeys());
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
        lead(brand, "h", getTranslation("shared.home"));
        brand.add(
                new Html("<img src=\"tomoni/mark.svg\" width=\"38\" height=\"38\" alt=\"\">"),
                new Html("<b>" + getTranslation("shared.app") + "</b>"));
        brand.add(city);
        var open = new NativeButton(
                getTranslation("shared.menu"), event -> side.setClassName("open", !side.hasClassName("open")));
        open.addClassNames("tool", "btnlike", "menu-s");
        var all = new Div();
        tools.forEach(offered -> all.add(offered.link()));
        all.add(help());
        name.ifPresent(known -> all.add(who(known), signOut()));
        all.addClassName("tools");
        var in = new Div(brand, open, all);
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
                    lead(link, entry.letter(), getTranslation(entry.key()));
                    side.add(link);
                });
        var keys = new NativeButton(getTranslation("shared.keys"), event -> showKeys());
        keys.addClassName("side-keys");
        side.add(keys);
        single = singleKeys.wanted(person, held);
    }

    private void offer(HeadTool tool) {
        var news = new Span();
        news.addClassName("n");
        var link = new Anchor(tool.path());
        link.addClassName("tool");
        link.add(tool.icon().create(), new Text(getTranslation(tool.key())));
        tools.add(new Offered(tool, link, news));
        lead(link, tool.letter(), getTranslation(tool.key()));
        if (!tool.press().isEmpty()) {
            ways.add(new Key(tool.press(), getTranslation("shared.keys.go.does", getTranslation(tool.key()))));
        }
    }

    private void showTools(PersonId person) {
        var taken = screen == null ? Set.<String>of() : names(screen.keys());
        tools.forEach(offered -> {
            var count = offered.tool().news().applyAsInt(person);
            offered.news().removeAll();
            offered.news().removeFromParent();
            if (count > 0) {
                var unit = new Span(getTranslation("shared.head.news"));
                unit.addClassName("vh");
                offered.news().add(new Text(Integer.toString(count)), unit);
                offered.link().add(offered.news());
            }
            var press = offered.tool().press();
            if (!press.isEmpty()) {
                offered.link().getElement().setAttribute("data-press", taken.contains(press) ? "" : press);
            }
        });
    }

    private static Set<String> names(List<Key> keys) {
        return keys.stream().map(Key::name).collect(Collectors.toSet());
    }

    /** The letter leads there after g, if it is the first way to have it. */
    private void lead(Anchor way, String letter, String name) {
        var pressed = getTranslation("shared.keys.go", letter);
        if (!letter.isEmpty() && ways.stream().noneMatch(known -> known.name().equals(pressed))) {
            way.getElement().setAttribute("data-letter", letter);
            ways.add(new Key(pressed, getTranslation("shared.keys.go.does", name)));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        listen();
    }

    private void listen() {
        getElement().executeJs(KEYS, single && reader.isPresent(), LIST);
    }

    @Override
    public void showKeys() {
        var own = screen == null ? List.<Key>of() : screen.keys();
        var taken = names(own);
        var everywhere = new ArrayList<>(
                ways.stream().filter(way -> !taken.contains(way.name())).toList());
        everywhere.add(new Key("?", getTranslation("shared.keys.help.does")));
        new KeysDialog(own, everywhere, single, this::choose).open();
    }

    private void choose(boolean on) {
        reader.ifPresent(person -> singleKeys.choose(person, on));
        useSingleKeys(on);
        if (screen != null) {
            screen.useSingleKeys(on);
        }
    }

    @Override
    public void useSingleKeys(boolean on) {
        single = on;
        listen();
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        top.removeAll();
        main.removeAll();
        main.add(top);
        main.getElement().appendChild(content.getElement());
        screen = content instanceof ScreenKeys keys ? keys : null;
        side.removeClassName("open");
    }

    @Override
    public void beSilent() {
        top.removeAll();
    }

    @Override
    public void count() {
        reader.ifPresent(this::showTools);
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
        count();
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
        main.getElement().executeJs(ARRIVE, path.equals(shown));
        shown = path;
    }
}
