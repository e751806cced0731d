package app.tomoni.call;

import app.tomoni.shared.JapaneseDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** How far the selection of a call is; answered where the selection is kept. */
public interface ProgressOfCall {

    Progress of(CallId call);

    /** Whether nothing that was handed in is left to be decided about. */
    boolean isEmpty(CallId call);

    /**
     * @param steps those that are done, by their key in the calendar; what was undone again is not among them
     * @param ended whether there was nothing to decide, so that nothing follows
     * @param posting whether the letters with the results are on their way, and have not all left
     */
    record Progress(Map<String, Done> steps, boolean ended, boolean posting) {

        static final Progress NONE = new Progress(Map.of(), false, false);

        /**
         * What everybody may know of it: all once the results are published, and before that no more than its end, and
         * when the groups have been written to.
         */
        Progress told() {
            var letters = steps.get(Deadline.PUBLICATION_PREPARATION.key());
            return steps.containsKey(Deadline.PUBLICATION)
                    ? this
                    : new Progress(
                            letters == null ? Map.of() : Map.of(Deadline.PUBLICATION_PREPARATION.key(), letters),
                            ended,
                            posting);
        }

        /**
         * Whether everybody may know that a step is done, though not when it was: once the groups have been told. A
         * meeting on another day than was announced is told with its day.
         */
        boolean isToldAsDone(String step, Instant announced) {
            var done = steps.get(step);
            return done != null
                    && steps.containsKey(Deadline.PUBLICATION_PREPARATION.key())
                    && (!step.equals(Timetable.MEETING) || done.on().equals(JapaneseDates.day(announced)));
        }
    }

    /**
     * A step that is done.
     *
     * @param at from when on the next one is counted
     * @param on the day it bears, where it was done elsewhere and recorded here later
     */
    record Done(Instant at, LocalDate on) {

        public static Done at(Instant at) {
            return new Done(at, JapaneseDates.day(at));
        }
    }
}
