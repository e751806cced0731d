package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Paragraph;

/** A code that is shown once and copied by hand: large, on a line of its own. */
public final class CodeNote extends Note {

    /**
     * @param said what it is for
     * @param hand how it reaches the person, and where it is typed in
     */
    public CodeNote(String said, String code, String hand) {
        super(Kind.OK, new Paragraph(said), large(code), new Paragraph(hand));
    }

    private static Paragraph large(String code) {
        var line = new Paragraph(code);
        line.addClassName("b");
        line.getStyle().set("font-size", "var(--tm-fs-xl)").set("letter-spacing", ".08em");
        return line;
    }
}
