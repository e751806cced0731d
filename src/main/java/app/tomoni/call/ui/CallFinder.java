package app.tomoni.call.ui;

import app.tomoni.account.Finder;
import app.tomoni.account.Offices;
import app.tomoni.account.PersonId;
import app.tomoni.call.Call;
import app.tomoni.call.Calls;
import app.tomoni.shared.SearchWords;
import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds calls: every one for the city's staff, those that have been approved for everybody. */
@Component
@Transactional(readOnly = true)
class CallFinder implements Finder {

    private final Calls calls;
    private final Offices offices;
    private final Translations translations;

    CallFinder(Calls calls, Offices offices, Translations translations) {
        this.calls = calls;
        this.offices = offices;
        this.translations = translations;
    }

    @Override
    public Kind kind() {
        return Kind.CALL;
    }

    @Override
    public boolean isFor(PersonId reader) {
        return true;
    }

    @Override
    public List<Found> find(PersonId reader, SearchWords words, Locale locale) {
        var texts = new Words(translations, locale);
        var staff = offices.enters(reader, CallView.class);
        return calls.all().stream()
                .filter(call -> staff || OpenCallView.shows(call))
                .filter(call -> words.in(texts.title(call), texts.fiscalYear(call)))
                .map(call -> found(call, staff, texts))
                .toList();
    }

    private static Found found(Call call, boolean staff, Words texts) {
        return new Found(
                call.id().value(),
                staff ? CallNavigation.call(call.id()) : CallNavigation.openCall(call.id()),
                texts.title(call),
                List.of(texts.fiscalYear(call)));
    }
}
