package app.tomoni.shared;

import java.time.LocalDate;
import java.util.Map;

/** The closed days that the city has loaded; weekends and 29 December to 3 January are closed by rule. */
public interface Holidays {

    /** Names of the holidays by day, over all loaded years. */
    Map<LocalDate, String> days();

    /** Until when the calendar is known; a deadline beyond it is refused. */
    LocalDate knownUntil();
}
