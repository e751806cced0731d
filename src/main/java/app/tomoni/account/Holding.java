package app.tomoni.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office that somebody may use now.
 *
 * @param scope the organisation, call or department it is held for; none for an office of the whole city
 * @param actingFor the person whose deputy uses it; none when it is one's own
 */
public record Holding(
        Office office, @Nullable UUID scope, @Nullable PersonId actingFor) {}
