package app.tomoni.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;

/**
 * Leads to another place of the same page. A browser left to itself would leave the page: it reads the address from the
 * root of the application on, as all others.
 */
public class PlaceLink extends Anchor {

    /** In JavaScript: {@code lead(place)} brings an element of the page into view, and the cursor to it. */
    public static final String LEAD = """
            const lead = place => {
              if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
                // Only for now: else a click of the mouse anywhere in it would go back to its beginning
                place.tabIndex = -1;
                place.addEventListener('blur', () => place.removeAttribute('tabindex'), {once: true});
              }
              place.scrollIntoView();
              place.focus({preventScroll: true});
            };
            """;

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
        getElement().executeJs(LEAD + """
                this.onclick = click => {
                  click.preventDefault();
                  lead(document.getElementById($0));
                }""", id);
    }
}
