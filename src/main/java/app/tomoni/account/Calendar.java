package app.tomoni.account;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Holidays;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The holidays that the administrator has loaded, and to begin with those that come along. */
@Component
public class Calendar implements Holidays {

    /**
     * A line that could not be read.
     *
     * @param line counted from 1, with the heading
     * @param messageKey what is wrong with it
     */
    public record Problem(long line, String messageKey, String text) {}

    /** What a file holds: its holidays, or what is wrong with it line by line. */
    public record Reading(SortedMap<LocalDate, String> days, List<Problem> problems) {

        /** How many days each year has. */
        public SortedMap<Integer, Long> years() {
            return days.keySet().stream()
                    .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));
        }
    }

    /** The national holidays that stand on the same date each year; whatever has fewer is no whole year. */
    public static final int FIXED_HOLIDAYS = 10;

    /** How many bytes a file may have. */
    public static final int LARGEST = 200_000;

    private static final Pattern DAY = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})");
    /** As the Cabinet Office publishes it. */
    private static final Charset OFFICE_CHARSET = Charset.forName("windows-31j");

    private final JdbcClient jdbc;
    private final AccountEvents log;
    private final Clock clock;

    Calendar(JdbcClient jdbc, AccountEvents log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** Without holidays no deadline could be computed: an empty calendar gets those that come along. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    public void begin() {
        if (!years().isEmpty()) {
            return;
        }
        try {
            store(read(new ClassPathResource("account/holidays.csv").getContentAsByteArray())
                    .days());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The holidays of a year in order. */
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, String> of(int year) {
        var days = new TreeMap<LocalDate, String>();
        jdbc.sql("SELECT day, name FROM holiday WHERE day BETWEEN ? AND ?")
                .param(LocalDate.of(year, 1, 1))
                .param(LocalDate.of(year, 12, 31))
                .query((row, number) -> days.put(row.getObject("day", LocalDate.class), row.getString("name")))
                .list();
        return days;
    }

    /** The years for which holidays are loaded, the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return jdbc.sql("SELECT DISTINCT extract(year FROM day)::int AS year FROM holiday ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    /** The day before the first year, from the present one on, for which no holidays are loaded. */
    @Override
    @Transactional(readOnly = true)
    public LocalDate knownUntil() {
        var loaded = years();
        var year = LocalDate.now(clock).getYear();
        while (loaded.contains(year)) {
            year++;
        }
        return LocalDate.of(year - 1, 12, 31);
    }

    /**
     * Reads a file as the Cabinet Office publishes it: a day and a name on each line, in UTF-8 or Shift_JIS, with or
     * without a heading. Changes nothing.
     *
     * @throws Refusal when it is empty, too large or no such file at all
     */
    public Reading read(byte[] file) {
        if (file.length == 0) {
            throw new Refusal("account.holidays.empty");
        }
        if (file.length > LARGEST) {
            throw new Refusal("account.holidays.large", LARGEST / 1000);
        }
        var days = new TreeMap<LocalDate, String>();
        var problems = new ArrayList<Problem>();
        try (var lines = CsvReader.builder().ofCsvRecord(text(file))) {
            lines.forEach(line -> {
                var first = line.getField(0).strip();
                var heading = line.getStartingLineNumber() == 1 && !first.matches(".*\\d.*");
                if (heading || (line.getFieldCount() == 1 && first.isEmpty())) {
                    return;
                }
                var name = line.getFieldCount() > 1 ? line.getField(1).strip() : "";
                var problem = problem(first, name, days);
                if (!problem.isEmpty()) {
                    problems.add(new Problem(line.getStartingLineNumber(), problem, first + "," + name));
                }
            });
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new Refusal("account.holidays.format");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (days.isEmpty()
                && !problems.isEmpty()
                && problems.stream()
                        .noneMatch(problem -> DAY.matcher(problem.text()).lookingAt())) {
            throw new Refusal("account.holidays.format"); // a picture, or a table of something else
        }
        if (days.isEmpty() && problems.isEmpty()) {
            throw new Refusal("account.holidays.empty");
        }
        return new Reading(days, problems);
    }

    /** @return the key of what is wrong, or nothing when the day has been taken */
    private static String problem(String day, String name, SortedMap<LocalDate, String> days) {
        var parts = DAY.matcher(day);
        if (!parts.matches()) {
            return "account.holidays.day";
        }
        if (name.isEmpty() || Graphemes.count(name) > Lengths.NAME) {
            return "account.holidays.name";
        }
        try {
            var date = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            if (!JapaneseDates.isMeant(date)) {
                return "account.holidays.day";
            }
            return days.putIfAbsent(date, name) == null ? "" : "account.holidays.twice";
        } catch (DateTimeException e) {
            return "account.holidays.day";
        }
    }

    /**
     * Takes the holidays over; those years that the file names are replaced as a whole.
     *
     * @throws Refusal when any line is wrong: then nothing changes
     */
    @Transactional
    public void replace(Reading reading) {
        if (!reading.problems().isEmpty()) {
            throw new Refusal("account.holidays.problems", reading.problems().size());
        }
        store(reading.days());
        log.note(
                "holidays replaced",
                null,
                Map.of(
                        "from", reading.days().firstKey().toString(),
                        "to", reading.days().lastKey().toString(),
                        "days", reading.days().size()));
    }

    private void store(SortedMap<LocalDate, String> days) {
        days.keySet().stream()
                .map(LocalDate::getYear)
                .distinct()
                .forEach(year -> jdbc.sql("DELETE FROM holiday WHERE day BETWEEN ? AND ?")
                        .param(LocalDate.of(year, 1, 1))
                        .param(LocalDate.of(year, 12, 31))
                        .update());
        days.forEach((day, name) -> jdbc.sql("INSERT INTO holiday (day, name) VALUES (?, ?)")
                .param(day)
                .param(name)
                .update());
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, OFFICE_CHARSET); // not UTF-8, so as the office writes it
        }
    }
}
