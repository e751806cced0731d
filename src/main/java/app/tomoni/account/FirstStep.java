package app.tomoni.account;

import java.util.function.BooleanSupplier;

/**
 * What an installation needs before anybody can work with it; each module contributes its own as a bean. Nothing is kept
 * of it: the data tell whether it is done.
 *
 * @param key of what is to be done, and with {@code .missing} of what is not there yet
 * @param path where it is done
 * @param office whose work it is
 * @param order small first
 * @param done at most one query
 */
public record FirstStep(String key, String path, Office office, int order, BooleanSupplier done) {}
