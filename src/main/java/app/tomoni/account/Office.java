package app.tomoni.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do here: an office is held by a person, for a scope, from a day to a day. */
public enum Office {
    GROUP_REPRESENTATIVE(Scope.ORGANISATION),
    GROUP_EDITOR(Scope.ORGANISATION),
    GROUP_VIEWER(Scope.ORGANISATION),
    REVIEWER(Scope.CALL),
    CHAIR(Scope.CALL),
    ACTING_CHAIR(Scope.CALL),
    SECRETARIAT(Scope.CITY),
    DEPARTMENT(Scope.DEPARTMENT),
    DEPARTMENT_HEAD(Scope.DEPARTMENT),
    APPROVER(Scope.CITY),
    FINANCE(Scope.CITY),
    DESIGNER(Scope.CITY),
    AUDITOR(Scope.CITY),
    ADMINISTRATOR(Scope.CITY);

    /** What an office is held for. */
    public enum Scope {
        CITY,
        ORGANISATION,
        CALL,
        DEPARTMENT
    }

    private final Scope scope;

    Office(Scope scope) {
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }

    /** The name that a drawing uses: {@code group-representative}, {@code secretariat}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Office> withKey(String key) {
        return Arrays.stream(values())
                .filter(office -> office.key().equals(key))
                .findFirst();
    }

    public boolean ofGroup() {
        return scope == Scope.ORGANISATION;
    }

    /** Whether it is held for one of the city's departments. */
    public boolean ofDepartment() {
        return scope == Scope.DEPARTMENT;
    }

    /** Whether it judges the proposals of a call. */
    public boolean ofPanel() {
        return scope == Scope.CALL;
    }

    /** Whether it is the city's own, and given by an administrator. */
    public boolean ofStaff() {
        return scope == Scope.CITY || scope == Scope.DEPARTMENT;
    }
}
