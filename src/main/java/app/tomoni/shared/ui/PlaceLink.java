package app.tomoni.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;

/**
 * Leads to another place of the same page. A browser left to itself would leave the page: it reads the address from the
 * root of the application on, as all others.
 */
public class PlaceLink extends Anchor {

    private final String id;

    /** @param id of what is gone to */
    public PlaceLink(String id, String text) {
        super("#" + id, text);
        this.id = id;
        setRouterIgnore(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                this.onclick = click => {
                  click.preventDefault();
                  const place = document.getElementById($0);
                  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
                    // Only for now: else a click of the mouse anywhere in it would go back to its beginning
                    place.tabIndex = -1;
                    place.addEventListener('blur', () => place.removeAttribute('tabindex'), {once: true});
                  }
                  place.scrollIntoView();
                  place.focus({preventScroll: true});
                }""", id);
    }
}
