package app.tomoni.process;

/** Where the screens about cases are. */
public final class ProcessNavigation {

    private ProcessNavigation() {}

    /** Everything that happened in a case, for the secretariat and the auditor. */
    public static String events(CaseKey caseKey) {
        return "cases/" + caseKey.value() + "/events";
    }
}
