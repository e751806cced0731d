package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.account.ScopeNames;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Groups by their names, wherever an office is held for one. */
@Component
class GroupNames implements ScopeNames {

    private final Organisations organisations;

    GroupNames(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Optional<String> of(Office office, UUID scope, Locale locale) {
        return office.scope() == Office.Scope.ORGANISATION
                ? organisations.findById(scope).map(Organisation::name)
                : Optional.empty();
    }
}
