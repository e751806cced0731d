package app.tomoni.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values, one line each. */
public class Facts extends DescriptionList {

    public Facts() {
        addClassName("kv");
    }

    public Facts fact(String name, String value) {
        return fact(name, new Text(value));
    }

    public Facts fact(String name, Component value) {
        add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        return this;
    }
}
