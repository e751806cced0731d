package app.tomoni.form.ui;

import app.tomoni.shared.ui.Unattended;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks every few seconds what others write at the same form. A page that was left alone looks no more, and begins anew
 * when the person goes on.
 */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** As long as keep.js asks. */
    private static final Duration STILL = Duration.ofMinutes(10);

    private static final int OFTEN = 5_000;
    private static final int NEVER = -1;

    private final Component form;
    private final Clock clock;
    private final BooleanSupplier look;
    private final Runnable looked;
    private Instant active;
    private @Nullable Registration polls;

    /**
     * @param look brings what others have saved, and says whether it may go on
     * @param looked told after each look
     */
    Watch(Component form, Clock clock, BooleanSupplier look, Runnable looked) {
        this.form = form;
        this.clock = clock;
        this.look = look;
        this.looked = looked;
        this.active = clock.instant();
        form.addAttachListener(event -> begin(event.getUI()));
        form.addDetachListener(event -> end());
    }

    boolean isOn() {
        return form.getUI().filter(page -> page.getPollInterval() != NEVER).isPresent();
    }

    /** The person is not idle. */
    void atWork() {
        active = clock.instant();
        pace(OFTEN);
    }

    private void begin(UI page) {
        polls = page.addPollListener(event -> look());
        atWork();
        looked.run();
    }

    private void end() {
        if (polls != null) {
            polls.remove();
        }
        pace(NEVER);
    }

    private void look() {
        Unattended.mark();
        try {
            if (active.plus(STILL).isBefore(clock.instant()) || !look.getAsBoolean()) {
                pace(NEVER);
            }
            looked.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What others have saved could not be read; it is tried again at the next look", e);
        }
    }

    private void pace(int interval) {
        form.getUI().ifPresent(page -> page.setPollInterval(interval));
    }
}
