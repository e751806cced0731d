package app.tomoni.review.ui;

import app.tomoni.shared.ui.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.IntConsumer;

/**
 * Two panes side by side with a bar between them, which is dragged, or moved a step by its two buttons.
 *
 * <p>On a narrow screen there is no bar, and the panes lie in one place.
 */
class Split extends Div {

    static final int USUAL = 52;

    /** The event by which a browser says where the bar rests. */
    static final String EVENT = "share";

    static final String RESTS = "event.detail";

    private static final int LEAST = 30;
    private static final int MOST = 70;
    private static final int STEP = 5;

    private static final String DRAG = """
            const bar = this, split = bar.parentElement;
            bar.addEventListener('pointerdown', start => {
              if (start.button !== 0 || start.target.closest('button')) return;
              start.preventDefault();
              bar.setPointerCapture(start.pointerId);
              const box = split.getBoundingClientRect();
              let share = null;
              const move = at => {
                share = Math.min($1, Math.max($0, Math.round((at.clientX - box.left) / box.width * 100)));
                split.style.setProperty('--share', share);
              };
              bar.addEventListener('pointermove', move);
              bar.addEventListener('lostpointercapture', () => {
                bar.removeEventListener('pointermove', move);
                if (share !== null) bar.dispatchEvent(new CustomEvent($2, {detail: share}));
              }, {once: true});
            });""";

    private final IntConsumer rested;
    private int share;

    /**
     * @param share of the left pane, in hundredths
     * @param rested told the share whenever it has changed
     */
    Split(Component left, Component right, int share, IntConsumer rested) {
        this.rested = rested;
        addClassName("review-split");
        show(share);
        add(left, bar(), right);
    }

    private Component bar() {
        var bar = new Div(
                button("review.split.narrower", Icon.LEFT, -STEP), button("review.split.wider", Icon.RIGHT, STEP));
        bar.addClassName("review-splitter");
        bar.getElement()
                .addEventListener(
                        EVENT, event -> rest(event.getEventData().get(RESTS).asInt()))
                .addEventData(RESTS);
        bar.getElement().executeJs(DRAG, LEAST, MOST, EVENT);
        return bar;
    }

    private Component button(String key, Icon icon, int step) {
        var button = new NativeButton("", click -> rest(share + step));
        button.add(icon.small());
        button.setAriaLabel(getTranslation(key));
        return button;
    }

    private void rest(int wished) {
        show(wished);
        rested.accept(share);
    }

    private void show(int wished) {
        share = Math.clamp(wished, LEAST, MOST);
        getStyle().set("--share", String.valueOf(share));
    }
}
