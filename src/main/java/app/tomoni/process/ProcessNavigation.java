package app.tomoni.process;

/** Where the screens about cases are. */
public final class ProcessNavigation {

    private ProcessNavigation() {}

    /** Everything that happened in a case, for the secretariat and the auditor. */
    public static String events(CaseKey caseKey) {
        return "cases/" + caseKey.value() + "/events";
    }

    /** Where the secretariat names the department in charge of a case. */
    public static String department(CaseKey caseKey) {
        return "cases/" + caseKey.value() + "/department";
    }
}
