package app.tomoni.account;

import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city of this installation, as it names itself on every page and letter. */
@Component
@Transactional
public class City {

    /**
     * How the city is called. Empty texts until the administrator has given them.
     *
     * @param name of the city, for example みなと野市
     * @param programme of the call for proposals
     * @param secretariat the office that answers questions
     * @param secretariatPhone as printed, with extension
     * @param letterSymbol what stands between year and number in the numbers of letters (文書記号); a usual one until then
     */
    public record Names(
            String name, String programme, String secretariat, String secretariatPhone, String letterSymbol) {

        public boolean given() {
            return !name.isEmpty();
        }
    }

    /** Letters alone: digits would run into year and number, and the number names a file. */
    private static final Pattern SYMBOL =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー\\p{IsLatin}]{1,10}");

    private final JdbcClient jdbc;
    private final AccountEvents events;
    private final Translations texts;

    City(JdbcClient jdbc, AccountEvents events, Translations texts) {
        this.jdbc = jdbc;
        this.events = events;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public Names names() {
        return jdbc.sql("SELECT name, programme, secretariat, secretariat_phone, letter_symbol FROM city")
                .query((row, number) -> new Names(
                        row.getString("name"),
                        row.getString("programme"),
                        row.getString("secretariat"),
                        row.getString("secretariat_phone"),
                        row.getString("letter_symbol")))
                .single();
    }

    /** Whom to ask, in one line of this language; empty until the names are given. */
    @Transactional(readOnly = true)
    public String contact(Locale locale) {
        return contact(names(), locale);
    }

    /** The same of names that are known already. */
    public String contact(Names names, Locale locale) {
        var key = names.secretariatPhone().isEmpty() ? "account.city.contact" : "account.city.contact.phone";
        return texts.getTranslation(key, locale, names.name(), names.secretariat(), names.secretariatPhone())
                .strip();
    }

    /** @throws Refusal when a name is missing or too long, or the symbol cannot be part of a number */
    public void rename(Names names) {
        demand("account.city.name", names.name());
        demand("account.city.programme", names.programme());
        demand("account.city.secretariat", names.secretariat());
        Lengths.demand(names.secretariatPhone(), Lengths.NAME);
        var symbol = names.letterSymbol().strip();
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new Refusal("account.city.letterSymbol.wrong");
        }
        jdbc.sql("UPDATE city SET name = ?, programme = ?, secretariat = ?, secretariat_phone = ?, letter_symbol = ?")
                .param(names.name().strip())
                .param(names.programme().strip())
                .param(names.secretariat().strip())
                .param(names.secretariatPhone().strip())
                .param(symbol)
                .update();
        events.note(
                "city renamed",
                null,
                Map.of("name", names.name(), "programme", names.programme(), "letterSymbol", symbol));
    }

    private static void demand(String field, String text) {
        if (text.isBlank()) {
            throw new Refusal(field + ".missing");
        }
        Lengths.demand(text, Lengths.NAME);
    }
}
