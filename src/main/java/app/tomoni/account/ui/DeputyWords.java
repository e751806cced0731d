package app.tomoni.account.ui;

import app.tomoni.account.Deputies;
import app.tomoni.account.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who stands in for whom, in words. */
class DeputyWords {

    private final PersonView.Tools tools;
    private final Locale locale;
    private final Map<PersonId, String> names;

    DeputyWords(PersonView.Tools tools, List<Deputies.Deputy> all, Locale locale) {
        this.tools = tools;
        this.locale = locale;
        names = tools.people()
                .names(all.stream()
                        .flatMap(deputy -> Stream.of(deputy.person(), deputy.actsFor()))
                        .collect(Collectors.toSet()));
    }

    String name(PersonId person) {
        return names.getOrDefault(person, "");
    }

    String sentence(Deputies.Deputy deputy) {
        return tools.translations()
                .getTranslation(
                        "account.deputy.line",
                        locale,
                        name(deputy.person()),
                        name(deputy.actsFor()),
                        tools.scopes().name(deputy.office(), deputy.scope(), locale));
    }
}
