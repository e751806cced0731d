package app.tomoni.call.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a call's design, a page each. */
enum Section {
    CONTENT("/title", "/year", "/purpose", "/eligibleGroups", "/eligibleProjects", "/contact", "/nature"),
    DATES("/opens", "/closes", "/meetingOn", "/publication", "/projectFrom", "/projectTo"),
    CRITERIA("/criteria"),
    PANEL("/panel", "/quorum", "/minimumSheets"),
    MONEY("/money"),
    DEADLINES("/deadlines"),
    RULE("/howDecided", "/ranking", "/disclosure"),
    FILES("/files"),
    CHECK();

    private final List<String> places;

    Section(String... places) {
        this.places = List.of(places);
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    String labelKey() {
        return "call.section." + path();
    }

    boolean holds(String place) {
        return places.stream().anyMatch(place::startsWith);
    }

    static Section of(String place) {
        return Arrays.stream(values())
                .filter(section -> section.holds(place))
                .findFirst()
                .orElse(CHECK);
    }

    static Optional<Section> withPath(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path().equals(path))
                .findFirst();
    }
}
