package app.tomoni.shared;

import java.time.LocalDate;
import java.time.Month;

/** The Japanese fiscal year (年度): 1 April of {@code year} to 31 March of the next. */
public record FiscalYear(int year) {

    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year + 1, Month.MARCH, 31);
    }

    /** The year of the era Reiwa (令和), 1 in 2019. */
    public int reiwa() {
        return year - 2018;
    }
}
