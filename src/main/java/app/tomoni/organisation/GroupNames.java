package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.process.OfficeNames;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls whoever acts for a group by the group's name. */
@Component
class GroupNames implements OfficeNames {

    private final Organisations organisations;

    GroupNames(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public @Nullable String of(Office office, @Nullable UUID scope, Locale locale) {
        if (!office.ofGroup() || scope == null) {
            return null;
        }
        return organisations.findById(scope).map(Organisation::name).orElse(null);
    }
}
