package app.tomoni.organisation;

import app.tomoni.account.Office;
import app.tomoni.account.ScopeNames;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePages;
import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Groups by their names, wherever an office is held for one or the record of one is read. */
@Component
class GroupNames implements ScopeNames, CasePages {

    private final Organisations organisations;
    private final Translations texts;

    GroupNames(Organisations organisations, Translations texts) {
        this.organisations = organisations;
        this.texts = texts;
    }

    @Override
    public Optional<String> of(Office office, UUID scope, Locale locale) {
        return office.scope() == Office.Scope.ORGANISATION
                ? organisations.findById(scope).map(Organisation::name)
                : Optional.empty();
    }

    @Override
    public Optional<Known> of(CaseKey key, Locale locale) {
        return organisations
                .findById(key.value())
                .map(group -> new Known(
                        group.name(),
                        List.of(
                                new Page(texts.getTranslation("organisation.list.title", locale), "organisations"),
                                new Page(group.name(), "organisations/" + key.value()))));
    }
}
