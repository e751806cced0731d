package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** The one sentence of every case: who acts now and by when, and what comes next. */
public class StatusBand extends Div {

    private final Paragraph now = new Paragraph();
    private final Paragraph next = new Paragraph();
    private final Paragraph nowLabel;
    private final Paragraph nextLabel;

    public StatusBand() {
        addClassName("now");
        getElement().setAttribute("role", "status");
        nowLabel = new Paragraph(getTranslation("shared.status.now"));
        nowLabel.addClassName("k");
        nextLabel = new Paragraph(getTranslation("shared.status.next"));
        nextLabel.addClassNames("k", "next");
        now.addClassName("v");
        next.addClassName("v");
        add(nowLabel, now, nextLabel, next);
    }

    /**
     * @param yourTurn whether the reader is the one who acts: the band is then tinted like the sun
     */
    public StatusBand say(String now, String next, boolean yourTurn) {
        this.now.setText(now);
        this.next.setText(next);
        nextLabel.setVisible(!next.isEmpty());
        this.next.setVisible(!next.isEmpty());
        setClassName("wait", !yourTurn);
        return this;
    }

    /**
     * Of a case on which nobody acts any more.
     *
     * @param end how it ended
     * @param further what follows outside, or where more can be read; empty where there is nothing to say
     */
    public StatusBand over(String end, String further) {
        nowLabel.setText(getTranslation("shared.status.over"));
        nowLabel.addClassName("next");
        return say(getTranslation("shared.status.over.how", end, further), "", false);
    }
}
