package app.tomoni.account;

import app.tomoni.shared.Holidays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The holidays that the administrator has loaded. */
@Component
class Calendar implements Holidays {

    private final JdbcClient jdbc;

    Calendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<LocalDate, String> days() {
        var days = new HashMap<LocalDate, String>();
        jdbc.sql("SELECT day, name FROM holiday")
                .query((row, number) -> days.put(row.getObject("day", LocalDate.class), row.getString("name")))
                .list();
        return days;
    }

    /** The last day of the last year for which holidays are loaded. */
    @Override
    @Transactional(readOnly = true)
    public LocalDate knownUntil() {
        return jdbc.sql("SELECT max(day) FROM holiday")
                .query(LocalDate.class)
                .optional()
                .map(day -> LocalDate.of(day.getYear(), 12, 31))
                .orElse(LocalDate.EPOCH);
    }
}
