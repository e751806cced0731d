package app.tomoni.shared.ui;

import app.tomoni.shared.Faults;
import app.tomoni.shared.Translations;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Answers what goes wrong on a screen: a refusal is said at the head of the page, anything else is our mistake and gets
 * an apology with a number that is in the log. What was typed stays in either case.
 */
@Component
public class FaultHandler implements ErrorHandler {

    private final transient Faults faults;
    private final transient Translations translations;

    FaultHandler(Faults faults, Translations translations) {
        this.faults = faults;
        this.translations = translations;
    }

    @Override
    public void error(ErrorEvent event) {
        var thrown = event.getThrowable();
        var ui = UI.getCurrent();
        if (ui == null) {
            faults.note(thrown);
            return;
        }
        var refusal = Faults.refusal(thrown);
        if (refusal.isPresent()) {
            say(ui, new Note(Note.Kind.WARN, translations.of(refusal.get(), ui.getLocale())));
        } else if (thrown instanceof OptimisticLockingFailureException) {
            say(ui, new Note(Note.Kind.WARN, translations.getTranslation("shared.fault.changed", ui.getLocale())));
        } else {
            var number = faults.note(thrown);
            say(ui, new Note(Note.Kind.ERROR, translations.getTranslation("shared.fault", ui.getLocale(), number)));
        }
    }

    private static void say(UI ui, Note note) {
        note.getElement().setAttribute("role", "alert");
        var top = ui.getInternals().getActiveRouterTargetsChain().stream()
                .filter(PageTop.class::isInstance)
                .map(PageTop.class::cast)
                .findFirst();
        if (top.isPresent()) {
            top.get().say(note);
        } else {
            ui.addToModalComponent(note);
        }
    }
}
