package app.tomoni.shared;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/** Writes down what we did wrong, under a number that the person who met it can read out to us. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** @return the number, for example {@code 7K3M-Q2VD}; a browser that did not wait for its answer is written down only for those who look for it */
    public String note(Throwable fault) {
        var number = Secrets.code().substring(0, 9);
        var level = DisconnectedClientHelper.isClientDisconnectedException(fault) ? Level.DEBUG : Level.ERROR;
        LOG.atLevel(level).setCause(fault).log("Fault {}", number);
        return number;
    }

    /** The refusal behind whatever a framework has wrapped around it, if it is one. */
    public static Optional<Refusal> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
