package app.tomoni.account;

import com.vaadin.flow.component.Component;
import java.util.Locale;

/**
 * What stands beside the work on the page that a group begins with; a module contributes its own as a bean.
 *
 * <p>It takes one look-up at most.
 */
@FunctionalInterface
public interface HomeCard {

    Component of(PersonId reader, Locale locale);
}
