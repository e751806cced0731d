package app.tomoni.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case about to begin.
 *
 * @param process the id of the drawing, {@code citizenProposal}
 * @param release the release it runs on; none for the current one
 * @param number what people call it by, such as a receipt number
 */
public record NewCase(
        CaseKey key,
        String process,
        @Nullable String release,
        String title,
        @Nullable String number,
        CaseScopes scopes,
        Map<String, Object> variables) {}
