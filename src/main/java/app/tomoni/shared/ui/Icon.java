package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;

/** Our own line drawings, 24 by 24; never without a word beside them. */
public enum Icon {
    HOME("<path d='m4 11 8-7 8 7v9h-5.5v-5.5h-5V20H4z'/>"),
    INBOX("<path d='M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.500 2.500h4l1.500-2.500H20'/>"),
    CALENDAR(
            "<rect x='4' y='5.500' width='16' height='14.500' rx='1.500'/><path d='M4 10h16M8.500 3.500v4M15.500 3.500v4'/>"),
    PEOPLE(
            "<circle cx='8.500' cy='9' r='3'/><circle cx='16' cy='9' r='3'/><path d='M3 19c.5-3.200 2.600-4.800 5.500-4.800S13.500 15.800 14 19M14.500 14.400c3.400-.7 6 .9 6.500 4.600'/>"),
    CHART("<path d='M4 20h16M7 16.500v-5M12 16.500v-9M17 16.500V9.500'/>"),
    MAIL("<rect x='3.500' y='5.500' width='17' height='13' rx='1.500'/><path d='m4 7 8 6 8-6'/>"),
    BELL("<path d='M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10.5 20.5h3'/>"),
    EYE(
            "<path d='M2.800 12S6 6 12 6s9.200 6 9.200 6-3.200 6-9.200 6-9.200-6-9.200-6z'/><circle cx='12' cy='12' r='2.800'/>"),
    HELP("<circle cx='12' cy='12' r='8.5'/><path d='M9.7 9.6a2.4 2.4 0 1 1 3.4 2.3c-.8.4-1.1.9-1.1 1.8M12 16.6v.2'/>"),
    SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='m16 16 4 4'/>"),
    PERSON("<circle cx='12' cy='8.5' r='3.8'/><path d='M4.8 20c.8-3.9 3.6-5.8 7.2-5.8s6.4 1.9 7.2 5.8'/>"),
    LIST("<path d='M8.500 6.500H20M8.500 12H20M8.500 17.500H20M4 6.500h.2M4 12h.2M4 17.500h.2'/>"),
    CHECK("<path d='m5 12.5 4.5 4.5L19 7.5'/>"),
    WARNING("<path d='M12 4 21 19.5H3z'/><path d='M12 10v4.2M12 16.8v.2'/>"),
    ERROR("<circle cx='12' cy='12' r='8.5'/><path d='M12 7.5v5.2M12 16v.2'/>"),
    INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.2M12 7.800v.2'/>"),
    CLOCK("<circle cx='12' cy='12' r='8.5'/><path d='M12 7v5.2l3.4 2'/>"),
    PENCIL("<path d='M5 19h3L19 8l-3-3L5 16zM14 7l3 3'/>"),
    LEFT("<path d='m14 6-6 6 6 6'/>"),
    RIGHT("<path d='m10 6 6 6-6 6'/>"),
    RETURN("<path d='M9 6 4 11l5 5M4 11h10a5 5 0 0 1 5 5v2'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    FILE("<path d='M6 3.500h8l4.500 4.500v12.500H6zM14 3.500V8h4.500'/>"),
    GEAR(
            "<circle cx='12' cy='12' r='3'/><path d='M12 3.500v3M12 17.500v3M3.500 12h3M17.500 12h3M6 6l2.100 2.100M15.900 15.900 18 18M18 6l-2.100 2.100M8.100 15.900 6 18'/>"),
    OUT("<path d='M10 4H5v16h5M14 8l4 4-4 4M18 12H9'/>");

    private final String drawing;

    Icon(String drawing) {
        this.drawing = drawing;
    }

    /** 20 px, hidden from assistive technology. */
    public Component create() {
        return create("ic");
    }

    /** 16 px, for chips and hints. */
    public Component small() {
        return create("ic s");
    }

    private Component create(String classes) {
        return new Html("<span class=\"ic-w\" aria-hidden=\"true\">" + svg(classes) + "</span>");
    }

    /** The drawing as markup, for pages that a server template writes. */
    public String svg(String classes) {
        return "<svg class=\"" + classes + "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + drawing + "</svg>";
    }
}
