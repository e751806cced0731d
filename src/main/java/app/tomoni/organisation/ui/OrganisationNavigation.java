package app.tomoni.organisation.ui;

import app.tomoni.organisation.OrganisationId;

/** Where the screens about groups are. */
public final class OrganisationNavigation {

    static final String ALL = "organisations";
    static final String OWN = "organisation";

    private OrganisationNavigation() {}

    /** The secretariat's list of groups. */
    public static String organisations() {
        return ALL;
    }

    /** The secretariat's page of a group. */
    public static String organisation(OrganisationId organisation) {
        return ALL + "/" + organisation;
    }

    /** A group's own page: profile and members. */
    public static String own(OrganisationId organisation) {
        return OWN + "/" + organisation;
    }

    /** Where somebody types the code from the city's letter. */
    public static String code() {
        return OWN + "/code";
    }
}
