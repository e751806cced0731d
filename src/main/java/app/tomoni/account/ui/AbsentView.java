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

    AbsentView() {
        addClassName("stack");
        add(new PageHead(getPageTitle()));
        add(new Paragraph(getTranslation("shared.absent")));
        add(new Paragraph(new Anchor("home", getTranslation("shared.home"))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shared.absent.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
