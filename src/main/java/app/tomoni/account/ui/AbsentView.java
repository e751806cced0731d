package app.tomoni.account.ui;

import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** Said when there is nothing at an address, or nothing for this person. */
@ParentLayout(MainLayout.class)
class AbsentView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private String title = getTranslation("shared.absent.title");

    AbsentView() {
        addClassName("stack");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        if (event.getLocation().getFirstSegment().equals("tasks")) { // the same whether it is done or never was
            title = getTranslation("shared.absent.task.title");
            say("shared.absent.task", new Anchor("inbox", getTranslation("shared.absent.inbox")));
        } else {
            say("shared.absent", new Anchor("home", getTranslation("shared.home")));
        }
        return HttpServletResponse.SC_NOT_FOUND;
    }

    private void say(String key, Anchor onward) {
        onward.addClassName("btn");
        removeAll(); // one view serves several addresses
        add(new PageHead(title), new Paragraph(getTranslation(key)), new Paragraph(onward));
    }
}
