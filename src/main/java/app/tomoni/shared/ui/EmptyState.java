package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What it is, why it is empty, and the next step. */
public class EmptyState extends Div {

    private static final String BRIDGE =
            "<svg width='96' height='56' viewBox='0 0 96 56' aria-hidden='true'><path d='M6 14h84' stroke='#2F3058' stroke-width='5' stroke-linecap='round'/><path d='M12 52V34a15 15 0 0 1 30 0v18' fill='none' stroke='#85396F' stroke-width='4.500'/><path d='M54 52V34a15 15 0 0 1 30 0v18' fill='none' stroke='#0F5F5C' stroke-width='4.500'/></svg>";

    public EmptyState(String title, String why, Component... next) {
        addClassNames("card", "empty");
        add(new Html("<span aria-hidden=\"true\">" + BRIDGE + "</span>"), new H2(title), new Paragraph(why));
        add(next);
    }
}
