package app.tomoni.account.ui;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.account.SignedIn;
import app.tomoni.account.signin.ChangePassword;
import app.tomoni.account.signin.Passwords;
import app.tomoni.account.signin.Sessions;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import app.tomoni.shared.ui.KeptInBrowser;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;

/** One's own account: who one is here, the password, and signing out everywhere. */
@Route(AccountNavigation.MINE)
@ForEveryoneSignedIn
class MyAccountView extends Div implements HasDynamicTitle {

    private final transient ChangePassword changePassword;

    MyAccountView(
            SignedIn signedIn,
            People people,
            Offices offices,
            Scopes scopes,
            Passwords passwords,
            ChangePassword changePassword,
            Sessions sessions) {
        this.changePassword = changePassword;
        var me = signedIn.person();
        addClassName("stack");
        add(new PageHead(getTranslation("account.mine")));
        var held = new UnorderedList();
        offices.heldBy(me).forEach(holding -> {
            var name = scopes.name(holding.office(), holding.scope(), getLocale());
            var actingFor = holding.actingFor();
            held.add(new ListItem(
                    actingFor == null ? name : getTranslation("account.mine.actingFor", name, people.name(actingFor))));
        });
        add(new Card(new Facts()
                .fact(getTranslation("account.person.name"), people.name(me))
                .fact(getTranslation("account.mail"), people.mail(me).orElse(getTranslation("account.person.noMail")))
                .fact(getTranslation("account.person.offices"), held)));
        if (passwords.has(me)) {
            add(password());
        }
        var everywhere = Buttons.secondary(getTranslation("account.mine.everywhere.do"), event -> {
            sessions.endAll(me);
            UI.getCurrent().getPage().setLocation("sign-out");
        });
        KeptInBrowser.wipedBy(everywhere);
        add(new Card(
                        getTranslation("account.mine.everywhere"),
                        new Paragraph(getTranslation("account.mine.everywhere.why")),
                        Fields.actions(everywhere))
                .flat());
    }

    private Card password() {
        var current = Fields.required(new PasswordField(), "account.password.current");
        current.setId("current-password");
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        var next = Fields.required(new PasswordField(), "account.password.new");
        next.setId("new-password");
        next.setAutocomplete(Autocomplete.NEW_PASSWORD);
        next.setHelperText(getTranslation("account.password.rule"));
        var change = Buttons.primary(getTranslation("account.mine.password.do"), event -> {
            var request = (VaadinServletRequest) VaadinService.getCurrentRequest();
            changePassword.change(current.getValue(), next.getValue(), request.getHttpServletRequest());
            current.clear();
            next.clear();
            Fields.done(this, getTranslation("account.mine.password.done"));
        });
        return new Card(getTranslation("account.mine.password"), current, next, Fields.actions(change));
    }

    @Override
    public String getPageTitle() {
        return Fields.title(this, "account.mine");
    }
}
