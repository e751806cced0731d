package app.tomoni.shared.ui;

import com.vaadin.flow.component.html.Span;

/**
 * Says to those who hear the page what others see happen on it. What was said is gone after some seconds, so that nobody
 * who reads on comes upon it later.
 */
public class Spoken extends Span {

    private static final int MILLISECONDS = 8_000;

    public Spoken() {
        addClassName("vh");
        getElement().setAttribute("role", "status");
    }

    /** Said again it is heard again. */
    public void say(String sentence) {
        getElement().executeJs("""
                        clearTimeout(this.spoken);
                        this.textContent = '';
                        this.spoken = setTimeout(() => {
                          this.textContent = $0;
                          this.spoken = setTimeout(() => { this.textContent = ''; }, $1);
                        }, 100);
                        """, sentence, MILLISECONDS);
    }
}
