package app.tomoni.installation;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a refused start in one sentence; every other fault is left to Spring, which tells it with its trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedStarts implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedStarts.class);
    static final String WRONG_PASSWORD = "28P01";

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(words -> {
            System.err.println(words);
            LOG.debug("Refused", failure);
        });
        return sentence.isPresent();
    }

    private static Optional<String> sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case FlywayValidateException differs -> {
                    return Optional.of(
                            "The data were written by a newer or a changed Tomoni, and this one does not know "
                                    + "them; nothing in them has been touched. Start the Tomoni that wrote them.");
                }
                case SQLException refused
                when WRONG_PASSWORD.equals(refused.getSQLState()) -> {
                    return Optional.of(
                            "The database does not open with the password that is kept for it; nothing in it "
                                    + "has been touched. Bring back the secrets that were made together with it.");
                }
                case PortInUseException taken -> {
                    return Optional.of("Port " + taken.getPort()
                            + " is used by another program. Stop it first, or name another port with PORT.");
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
