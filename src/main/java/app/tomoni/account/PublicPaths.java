package app.tomoni.account;

import java.util.List;

/**
 * The addresses that everyone may open without signing in and without a session; a module that has such pages
 * contributes a bean.
 *
 * @param patterns path patterns such as {@code /calls/**}; the handler of each says {@code @AnonymousAllowed} as well
 */
public record PublicPaths(List<String> patterns) {

    public PublicPaths(String... patterns) {
        this(List.of(patterns));
    }
}
