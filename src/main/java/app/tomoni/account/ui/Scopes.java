package app.tomoni.account.ui;

import app.tomoni.account.Departments;
import app.tomoni.account.Office;
import app.tomoni.account.ScopeNames;
import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an office with what it is held for: 担当課（子育て支援課）. */
@Component
class Scopes {

    private final Departments departments;
    private final List<ScopeNames> others;
    private final Translations translations;

    Scopes(Departments departments, List<ScopeNames> others, Translations translations) {
        this.departments = departments;
        this.others = others;
        this.translations = translations;
    }

    String name(Office office, @Nullable UUID scope, Locale locale) {
        var name = translations.getTranslation("account.office." + office.key(), locale);
        if (scope == null) {
            return name;
        }
        var held = office.scope() == Office.Scope.DEPARTMENT
                ? departments.name(scope)
                : others.stream()
                        .flatMap(names -> names.of(office, scope, locale).stream())
                        .findFirst()
                        .orElse("");
        return held.isEmpty() ? name : translations.getTranslation("account.office.for", locale, name, held);
    }
}
