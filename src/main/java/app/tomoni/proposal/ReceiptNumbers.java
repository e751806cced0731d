package app.tomoni.proposal;

import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.Translations;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives receipt numbers in the order of submission, without gaps and without doubles. */
@Component
class ReceiptNumbers {

    private final JdbcClient jdbc;
    private final Translations texts;

    ReceiptNumbers(JdbcClient jdbc, Translations texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** The next number of the year; the others wait until the submission that takes it is through or has failed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(FiscalYear year) {
        var next = jdbc.sql("""
                        INSERT INTO receipt_counter AS c (series, last) VALUES (:series, 1)
                        ON CONFLICT (series) DO UPDATE SET last = c.last + 1 RETURNING last""")
                .param("series", "citizen-" + year.year())
                .query(Integer.class)
                .single();
        return texts.getTranslation(
                "proposal.number", Locale.JAPANESE, Integer.toString(year.reiwa()), "%03d".formatted(next));
    }
}
