package app.tomoni.call;

import app.tomoni.account.Office;
import app.tomoni.account.ScopeNames;
import app.tomoni.process.CallNames;
import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePages;
import app.tomoni.shared.Translations;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls by their titles, wherever an office, a list of tasks or the record of a case names one. */
@Component
class CallTitles implements CallNames, ScopeNames, CasePages {

    private final Calls calls;
    private final Translations texts;

    CallTitles(Calls calls, Translations texts) {
        this.calls = calls;
        this.texts = texts;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> known) {
        return calls.titles(known).stream().collect(Collectors.toMap(Calls.Title::id, Calls.Title::title));
    }

    @Override
    public Optional<String> of(Office office, UUID scope, Locale locale) {
        return office.scope() == Office.Scope.CALL ? calls.title(scope) : Optional.empty();
    }

    @Override
    public Optional<Known> of(CaseKey key, Locale locale) {
        return calls.title(key.value())
                .map(title -> title.isEmpty() ? texts.getTranslation("call.untitled", locale) : title)
                .map(title -> new Known(
                        title,
                        List.of(
                                new Page(texts.getTranslation("call.list.title", locale), "calls"),
                                new Page(title, "calls/" + key.value()))));
    }
}
