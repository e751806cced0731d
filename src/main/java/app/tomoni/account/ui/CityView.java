package app.tomoni.account.ui;

import app.tomoni.account.City;
import app.tomoni.account.FirstStep;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.FieldLabel;
import app.tomoni.shared.ui.PageHead;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;

/** How the city names itself on every page and letter, and numbers its letters. */
@Route(AccountNavigation.CITY)
@ForOffices(Office.ADMINISTRATOR)
class CityView extends Div implements HasDynamicTitle {

    private final ShortForm form;

    CityView(City city, SignedIn signedIn, List<FirstStep> steps) {
        addClassName("stack");
        add(new PageHead(getTranslation("account.city")));
        add(new Paragraph(getTranslation("account.city.lead")));
        form = new ShortForm("city", signedIn.person().value());
        var now = city.names();
        var name = field("account.city.name", "city-name", now.name(), true);
        var programme = field("account.city.programme", "city-programme", now.programme(), true);
        var secretariat = field("account.city.secretariat", "city-secretariat", now.secretariat(), true);
        var phone = field("account.city.phone", "city-phone", now.secretariatPhone(), false);
        phone.setHelperText(getTranslation("account.city.phone.help"));
        var symbol = field("account.city.letterSymbol", "city-letter-symbol", now.letterSymbol(), true);
        symbol.addClassName("short");
        symbol.setHelperText(getTranslation("account.city.letterSymbol.help"));
        form.add(Fields.actions(Buttons.primary(getTranslation("account.city.save"), event -> {
            form.send(
                    () -> {
                        city.rename(new City.Names(
                                name.getValue(),
                                programme.getValue(),
                                secretariat.getValue(),
                                phone.getValue(),
                                symbol.getValue()));
                        Fields.done(this, getTranslation("account.city.saved"));
                        Fields.renamed(this, city.names());
                    },
                    need(name, "account.city.name"),
                    need(programme, "account.city.programme"),
                    need(secretariat, "account.city.secretariat"),
                    need(symbol, "account.city.letterSymbol"));
        })));
        add(new Card(form));
        if (!FirstSteps.open(steps).isEmpty()) {
            add(new Paragraph(new Anchor("home", getTranslation("account.setUp.back"))));
        }
    }

    private TextField field(String key, String id, String value, boolean required) {
        var field = FieldLabel.on(new TextField("", value, ""), getTranslation(key), required);
        field.setId(id);
        form.add(form.hold(field, Lengths.NAME));
        return field;
    }

    private ShortForm.Need need(TextField field, String key) {
        return ShortForm.need(field, getTranslation(key + ".missing"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.city");
    }
}
