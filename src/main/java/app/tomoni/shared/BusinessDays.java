package app.tomoni.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts days as the Civil Code and the city's ordinance on closed days do: the first day is not counted, and a last
 * day on a closed day rolls on to the next open one.
 */
@Component
public class BusinessDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Holidays holidays;

    public BusinessDays(Holidays holidays) {
        this.holidays = holidays;
    }

    public boolean open(LocalDate day) {
        return open(day, holidays.days());
    }

    private static boolean open(LocalDate day, Map<LocalDate, String> closed) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !yearEnd(day) && !closed.containsKey(day);
    }

    private static boolean yearEnd(LocalDate day) {
        return (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 29)
                || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() <= 3);
    }

    /**
     * The {@code amount}-th open day after {@code start}.
     *
     * @throws Refusal when the answer lies beyond the loaded holidays
     */
    public LocalDate plusBusinessDays(LocalDate start, int amount) {
        return known(counted(start, amount));
    }

    private LocalDate counted(LocalDate start, int amount) {
        var closed = holidays.days();
        var day = start;
        for (var counted = 0; counted < amount; ) {
            day = day.plusDays(1);
            if (open(day, closed)) {
                counted++;
            }
        }
        return day;
    }

    /**
     * The same for somebody who is asked soon, whether or not the holidays until then are loaded: of days that are not,
     * those of the weekend count as closed.
     */
    public LocalDate soon(LocalDate start, int amount) {
        return counted(start, amount);
    }

    /**
     * The last day of a period of {@code amount} calendar days after {@code start}, rolled on to an open day.
     *
     * @throws Refusal when the answer lies beyond the loaded holidays
     */
    public LocalDate plusDays(LocalDate start, int amount) {
        return rolledOn(start.plusDays(amount));
    }

    /** The day itself, or the next open one. */
    public LocalDate rolledOn(LocalDate day) {
        var closed = holidays.days();
        var open = day;
        while (!open(open, closed)) {
            open = open.plusDays(1);
        }
        return known(open);
    }

    /** How many open days lie after {@code from}, up to and with {@code to}; negative when {@code to} is past. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        var closed = holidays.days();
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(day -> open(day, closed))
                .count();
    }

    private LocalDate known(LocalDate day) {
        var until = holidays.knownUntil();
        if (day.isAfter(until)) {
            throw new Refusal("shared.holidays.unknown", day, until);
        }
        return day;
    }
}
