package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.ScopeNames;
import app.tomoni.process.CallNames;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls by their titles, wherever an office or a list of tasks names one. */
@Component
class CallTitles implements CallNames, ScopeNames {

    private final Calls calls;

    CallTitles(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> known) {
        return calls.titles(known).stream().collect(Collectors.toMap(Calls.Title::id, Calls.Title::title));
    }

    @Override
    public Optional<String> of(Office office, UUID scope, Locale locale) {
        return office.scope() == Office.Scope.CALL ? calls.title(scope) : Optional.empty();
    }
}
