package app.tomoni.shared.ui;

/** Who acts: the group and the city weigh the same; the committee belongs to neither. */
public enum Party {
    GROUP("org"),
    CITY("city"),
    BOTH("both"),
    COMMITTEE("com");

    private final String style;

    Party(String style) {
        this.style = style;
    }

    public String style() {
        return style;
    }

    public String key() {
        return "shared.party." + style;
    }
}
