package app.tomoni.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a group says about itself, once, for all its proposals. */
public enum ProfileField {
    NAME(Part.NAME, Kind.TEXT, true, 100, Showing.ALWAYS),
    NAME_KANA(Part.NAME, Kind.KANA, true, 100, Showing.ALWAYS),
    TYPE(
            Part.NAME,
            Kind.CHOICE,
            true,
            0,
            Showing.ALWAYS,
            "npo",
            "voluntary",
            "neighbourhood",
            "community",
            "business",
            "school",
            "other"),
    CORPORATE_NUMBER(Part.NAME, Kind.CORPORATE_NUMBER, false, 0, Showing.ALWAYS),
    FOUNDED_ON(Part.NAME, Kind.DATE, true, 0, Showing.ALWAYS),
    POSTAL_CODE(Part.CONTACT, Kind.POSTAL_CODE, true, 0, Showing.USUALLY),
    ADDRESS(Part.CONTACT, Kind.TEXT, true, 200, Showing.USUALLY),
    REPRESENTATIVE_TITLE(Part.CONTACT, Kind.TEXT, true, 50, Showing.ON_CONSENT),
    REPRESENTATIVE_NAME(Part.CONTACT, Kind.TEXT, true, 50, Showing.ON_CONSENT),
    REPRESENTATIVE_KANA(Part.CONTACT, Kind.KANA, true, 50, Showing.ON_CONSENT),
    CONTACT_NAME(Part.CONTACT, Kind.TEXT, true, 50, Showing.ON_CONSENT),
    PHONE(Part.CONTACT, Kind.PHONE, true, 0, Showing.ON_CONSENT),
    MOBILE(Part.CONTACT, Kind.PHONE, false, 0, Showing.ON_CONSENT),
    FAX(Part.CONTACT, Kind.PHONE, false, 0, Showing.ON_CONSENT),
    EMAIL(Part.CONTACT, Kind.EMAIL, false, 200, Showing.ON_CONSENT),
    MEMBER_COUNT(Part.MEMBERS, Kind.NUMBER, true, 0, Showing.ALWAYS),
    CITY_MEMBER_COUNT(Part.MEMBERS, Kind.NUMBER, true, 0, Showing.ALWAYS),
    MEMBERSHIP_FEE(Part.MEMBERS, Kind.TEXT, false, 100, Showing.ALWAYS),
    OPEN_MEMBERSHIP(Part.MEMBERS, Kind.CHOICE, true, 0, Showing.ALWAYS, "open", "conditional", "closed"),
    OPEN_MEMBERSHIP_CONDITIONS(Part.MEMBERS, Kind.LONG_TEXT, false, 200, Showing.ALWAYS),
    FIELDS(
            Part.ACTIVITY,
            Kind.CHOICES,
            true,
            3,
            Showing.ALWAYS,
            "welfare",
            "education",
            "town",
            "tourism",
            "rural",
            "culture",
            "environment",
            "disaster",
            "safety",
            "rights",
            "international",
            "equality",
            "children",
            "information",
            "science",
            "economy",
            "employment",
            "consumer",
            "support",
            "ordinance"),
    AREA(Part.ACTIVITY, Kind.TEXT, true, 200, Showing.ALWAYS),
    PURPOSE(Part.ACTIVITY, Kind.LONG_TEXT, true, 300, Showing.ALWAYS),
    ACTIVITIES(Part.ACTIVITY, Kind.LONG_TEXT, true, 500, Showing.ALWAYS),
    TRACK_RECORD(Part.ACTIVITY, Kind.LONG_TEXT, true, 800, Showing.ALWAYS),
    WEB(Part.ACTIVITY, Kind.TEXT, false, 500, Showing.ALWAYS),
    PR(Part.ACTIVITY, Kind.LONG_TEXT, false, 100, Showing.ALWAYS),
    ANNUAL_BUDGET(Part.ACTIVITY, Kind.NUMBER, false, 0, Showing.NEVER);

    /** The sections of the profile. */
    public enum Part {
        NAME,
        CONTACT,
        MEMBERS,
        ACTIVITY
    }

    /** What is typed into a field. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        KANA,
        CHOICE,
        CHOICES,
        DATE,
        NUMBER,
        POSTAL_CODE,
        PHONE,
        EMAIL,
        CORPORATE_NUMBER
    }

    /** Whether everyone may see a field: always, unless the group says no, only if it says yes, or never. */
    public enum Showing {
        ALWAYS,
        USUALLY,
        ON_CONSENT,
        NEVER
    }

    private final Part part;
    private final Kind kind;
    private final boolean required;
    private final int most;
    private final Showing showing;
    private final List<String> choices;

    ProfileField(Part part, Kind kind, boolean required, int most, Showing showing, String... choices) {
        this.part = part;
        this.kind = kind;
        this.required = required;
        this.most = most;
        this.showing = showing;
        this.choices = List.of(choices);
    }

    public Part part() {
        return part;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a proposal can only be submitted when it is filled in. */
    public boolean required() {
        return required;
    }

    /** Names and lines of an address stand on letters, receipts and lists as soon as they are kept. */
    boolean goesOnLetters() {
        return kind == Kind.TEXT || kind == Kind.KANA;
    }

    /** The most characters of a text, or the most choices; 0 where there is no such limit. */
    public int most() {
        return most;
    }

    public Showing showing() {
        return showing;
    }

    /** Whether the group itself says if the field is published. */
    public boolean groupDecidesShowing() {
        return showing == Showing.USUALLY || showing == Showing.ON_CONSENT;
    }

    public List<String> choices() {
        return choices;
    }

    /** {@code representativeName}: the field's name in files and addresses. */
    public String key() {
        var words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat);
    }

    /** The key of its name in the interface's languages. */
    public String labelKey() {
        return "organisation.field." + key();
    }

    /** The key of a choice's name in the interface's languages. */
    public String choiceKey(String choice) {
        return labelKey() + "." + choice;
    }

    public static Optional<ProfileField> withKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
