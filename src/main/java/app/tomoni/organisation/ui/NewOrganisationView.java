package app.tomoni.organisation.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.organisation.RegisterOrganisation;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Crumbs;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** Where the secretariat writes a group into the list. */
@Route(OrganisationNavigation.ALL + "/new")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/organisation.css")
class NewOrganisationView extends Div implements HasDynamicTitle {

    private final Words words;

    NewOrganisationView(RegisterOrganisation register, SignedIn signedIn, Translations translations) {
        this.words = new Words(translations, getLocale());
        addClassName("stack-5");
        var name = FieldLabel.on(new TextField(), words.say("organisation.field.name"), true);
        var kana = FieldLabel.on(new TextField(), words.say("organisation.field.nameKana"), true);
        name.setId("new-name");
        kana.setId("new-kana");
        var form = new ShortForm("organisation-new", signedIn.person().value());
        var act = new Div(Buttons.primary(words.say("organisation.new.act"), event -> {
            form.send(
                    () -> {
                        var id = register.register(name.getValue(), kana.getValue(), signedIn.person());
                        UI.getCurrent().navigate(OrganisationNavigation.organisation(id));
                    },
                    ShortForm.need(name, words.say("organisation.finding.required.name")),
                    ShortForm.need(kana, words.say("organisation.finding.required.nameKana")));
        }));
        act.addClassName("actions");
        form.add(form.hold(name, Lengths.LINE), form.hold(kana, Lengths.LINE), act);
        add(
                new Crumbs()
                        .step(words.say("organisation.list.title"), OrganisationNavigation.ALL)
                        .here(words.say("organisation.new.title")),
                new PageHead(words.say("organisation.new.title")),
                new Card(new Paragraph(words.say("organisation.new.lead")), form));
    }

    @Override
    public String getPageTitle() {
        return words.say("organisation.new.title");
    }
}
