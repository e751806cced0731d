package app.tomoni.process;

import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Why a step that runs by itself was refused, written so that the engine's own record of the failure can be read again. */
public final class KeptRefusal extends RuntimeException {

    private enum Kind {
        DAY,
        INSTANT,
        DATE,
        NUMBER,
        TEXT
    }

    private record Argument(Kind kind, String text) {

        static Argument of(Object argument) {
            return switch (argument) {
                case LocalDate day -> new Argument(Kind.DAY, day.toString());
                case Instant at -> new Argument(Kind.INSTANT, at.toString());
                case Date date -> new Argument(Kind.DATE, String.valueOf(date.getTime()));
                case Number number -> new Argument(Kind.NUMBER, number.toString());
                default -> new Argument(Kind.TEXT, argument.toString());
            };
        }

        Object value() {
            return switch (kind) {
                case DAY -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text);
                case DATE -> new Date(Long.parseLong(text));
                case NUMBER -> new BigDecimal(text);
                case TEXT -> text;
            };
        }
    }

    private record Kept(String refusal, List<Argument> arguments) {}

    private KeptRefusal(Refusal refusal, Throwable failure) {
        super(
                Json.write(new Kept(
                        refusal.messageKey(),
                        refusal.arguments().stream().map(Argument::of).toList())),
                failure);
    }

    /** The failure as it is to be recorded: itself, unless a refusal is behind it. */
    public static Throwable of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst()
                .<Throwable>map(refusal -> new KeptRefusal(refusal, failure))
                .orElse(failure);
    }

    /** The refusal behind a recorded failure, if there was one. */
    static Optional<Refusal> read(@Nullable String recorded) {
        if (recorded == null || !recorded.startsWith("{\"refusal\"")) {
            return Optional.empty();
        }
        try {
            var kept = Json.read(recorded, Kept.class);
            return Optional.of(new Refusal(
                    kept.refusal(),
                    kept.arguments().stream().map(Argument::value).toArray()));
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }
}
