package app.tomoni.account;

import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an office with what it is held for: 担当課（子育て支援課）. */
@Component
public class Scopes {

    private final Departments departments;
    private final List<ScopeNames> others;
    private final Translations translations;

    Scopes(Departments departments, List<ScopeNames> others, Translations translations) {
        this.departments = departments;
        this.others = others;
        this.translations = translations;
    }

    public String name(Office office, @Nullable UUID scope, Locale locale) {
        return name(List.of(office), scope, locale);
    }

    /** Several that are held for the same: 審査委員・委員長（令和8年度の募集）. */
    public String name(List<Office> together, @Nullable UUID scope, Locale locale) {
        var name = together.stream()
                .map(office -> translations.getTranslation("account.office." + office.key(), locale))
                .collect(Collectors.joining(translations.getTranslation("account.invitation.and", locale)));
        if (scope == null) {
            return name;
        }
        var office = together.getFirst();
        var held = office.ofDepartment()
                ? departments.name(scope)
                : others.stream()
                        .flatMap(names -> names.of(office, scope, locale).stream())
                        .findFirst()
                        .orElse("");
        return held.isEmpty() ? name : translations.getTranslation("account.office.for", locale, name, held);
    }
}
