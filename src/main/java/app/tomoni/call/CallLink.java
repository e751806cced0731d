package app.tomoni.call;

import app.tomoni.account.Office;
import java.util.Set;
import java.util.function.Function;

/**
 * A link on the staff's page of an approved call; each module that builds on calls contributes its own as a bean.
 *
 * @param key of its text
 * @param path where it leads
 * @param offices that see it
 * @param order small first
 */
public record CallLink(String key, Function<CallId, String> path, Set<Office> offices, int order) {}
