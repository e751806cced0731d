package app.tomoni.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody has been given an office, or lets another stand in for it, however that came about. */
public record Appointed(
        PersonId person, Office office, @Nullable UUID scope) {}
