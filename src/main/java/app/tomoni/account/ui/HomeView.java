package app.tomoni.account.ui;

import app.tomoni.account.FirstStep;
import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.MenuEntry;
import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.EmptyState;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;

/**
 * Where everybody begins: the first page of their menu, what an empty installation still needs for its administrator, or
 * a word to those who hold no office yet.
 */
@Route("home")
@ForEveryoneSignedIn
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SignedIn signedIn;
    private final Offices offices;
    private final List<MenuEntry> menu;
    private final List<FirstStep> steps;

    HomeView(SignedIn signedIn, Offices offices, List<MenuEntry> menu, List<FirstStep> steps) {
        this.signedIn = signedIn;
        this.offices = offices;
        this.menu = menu;
        this.steps = steps;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var held = offices.heldBy(signedIn.person());
        removeAll(); // this view again, when home is opened from home
        if (held.stream().anyMatch(holding -> holding.office() == Office.ADMINISTRATOR)) {
            var open = FirstSteps.open(steps);
            if (!open.isEmpty()) {
                add(new PageHead(getTranslation("account.setUp")), new FirstSteps(steps, open));
                return;
            }
        }
        menu.stream()
                .filter(entry ->
                        held.stream().anyMatch(holding -> entry.offices().contains(holding.office())))
                .min(Comparator.comparingInt(MenuEntry::order))
                .ifPresentOrElse(
                        entry -> event.forwardTo(entry.path()),
                        () -> add(
                                new PageHead(getTranslation("shared.home")),
                                held.isEmpty() ? withoutOffice() : withoutWork()));
    }

    private Component withoutOffice() {
        return new EmptyState(
                getTranslation("account.home.none"),
                getTranslation("account.home.none.why"),
                Buttons.page("letter", getTranslation("account.signIn.letter")));
    }

    /** An office whose work does not come to a screen, such as the designer's. */
    private Component withoutWork() {
        return new EmptyState(
                getTranslation("account.home.idle"),
                getTranslation("account.home.idle.why"),
                Buttons.page("how", getTranslation("account.home.idle.how")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shared.home");
    }
}
