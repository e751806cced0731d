package app.tomoni.shared;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what we did wrong, under a number that the person who met it can read out to us. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** @return the number, for example {@code 7K3M-Q2VD} */
    public String note(Throwable fault) {
        var number = Secrets.code().substring(0, 9);
        LOG.error("Fault {}", number, fault);
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
