package app.tomoni;

import app.tomoni.account.Account;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import com.vaadin.browserless.BaseBrowserlessTest;
import com.vaadin.browserless.BrowserlessTestSpringLookupInitializer;
import com.vaadin.browserless.TesterWrappers;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockSpringServlet;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.browserless.mocks.SpringSecurityRequestCustomizer;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestExecutionListeners;

/**
 * Opens views of the whole application without a browser: {@link #signInAs} somebody, {@link #open} an address, and
 * look at the components with {@code $(…)} and {@code test(…)}. Views and routes may be package-private.
 */
@IntegrationTest
@TestExecutionListeners(
        listeners = BrowserlessTestSpringLookupInitializer.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public abstract class ViewTest extends BaseBrowserlessTest implements TesterWrappers {

    @Autowired
    private ApplicationContext context;

    @Autowired
    protected People people;

    @Autowired
    protected Offices offices;

    @BeforeEach
    void openBrowser() {
        SecurityContextHolder.clearContext();
        Locale.setDefault(Locale.JAPAN);
        initVaadinEnvironment();
    }

    @AfterEach
    void closeBrowser() {
        cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }

    @Override
    protected final String testingEngine() {
        return "JUnit";
    }

    /** Routes are looked for in the whole application. */
    @Override
    protected Set<String> scanPackages() {
        return Set.of("app.tomoni");
    }

    @Override
    protected Set<Class<?>> lookupServices() {
        return Set.of(BrowserlessTestSpringLookupInitializer.class, SpringSecurityRequestCustomizer.class);
    }

    @Override
    protected void initVaadinEnvironment() {
        scanTesters();
        var servlet = new MockSpringServlet(discoverRoutes(), context, MockedUI::new);
        MockVaadin.setup(MockedUI::new, servlet, lookupServices());
        initSignalsSupport();
    }

    /** A new person who holds this office from today on. */
    protected PersonId person(String name, Office office, @Nullable UUID scope) {
        var person = people.add(name, "テスト", null);
        offices.appoint(person, office, scope, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    /** A new person who holds this office of the whole city. */
    protected PersonId person(String name, Office office) {
        return person(name, office, null);
    }

    /** Opens a fresh browser for the person. */
    protected void signInAs(PersonId person) {
        cleanVaadinEnvironment();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(new Account(person), null, Set.of()));
        initVaadinEnvironment();
    }

    /** Goes to the address as if typed by hand, for example {@code people?q=…}; returns the view that is shown. */
    protected HasElement open(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        return getCurrentView();
    }

    /** Goes to the address and expects this view there. */
    protected <T extends Component> T open(String address, Class<T> view) {
        return view.cast(open(address));
    }

    /** Lets a component hear an event of the browser's, with what comes along by the expressions it asked for. */
    protected static void hear(Component component, String event, Map<String, String> data) {
        var told = JacksonUtils.createObjectNode();
        data.forEach(told::put);
        component
                .getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(component.getElement(), event, told));
    }

    /** The second click of a double click, on what the first one has brought there. */
    protected static void clickAgain(Button button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button, true, 0, 0, 0, 0, 2, 0, false, false, false, false));
    }

    /** Lets the page ask by itself, as it does every few seconds. */
    protected static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    /** The scripts that the browser is given because of this. */
    protected List<String> scripts(Runnable action) {
        var internals = UI.getCurrent().getInternals();
        internals.dumpPendingJavaScriptInvocations();
        action.run();
        roundTrip();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation().getExpression())
                .toList();
    }

    /** Presses the button with this text. */
    protected void press(String text) {
        var button = $(Button.class).withText(text).single();
        attempt(() -> test(button).click());
    }

    /** Does something as a request would: what goes wrong in it is answered on the page, not thrown at the test. */
    protected void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException thrown) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(thrown));
        }
    }

    /** Everything that can be read on the page now, dialogs and notifications too, one line per text. */
    protected String text() {
        var text = new StringBuilder();
        var chain = UI.getCurrent().getInternals().getActiveRouterTargetsChain();
        chain.stream().skip(Math.max(0, chain.size() - 1)).forEach(root -> read(root.getElement(), text));
        read(UI.getCurrent().getElement(), text);
        return text.toString();
    }

    private static void read(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append('\n');
            return;
        }
        for (var attribute : new String[] {"label", "aria-label", "alt", "title"}) {
            var value = element.getAttribute(attribute) == null
                    ? element.getProperty(attribute)
                    : element.getAttribute(attribute);
            if (value != null) {
                text.append(value).append('\n');
            }
        }
        element.getChildren()
                .filter(child -> child.isTextNode() || child.isVisible())
                .forEach(child -> read(child, text));
    }
}
