package app.tomoni.account.ui;

import app.tomoni.account.City;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.shared.ui.Buttons;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.PageHead;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** How the city names itself on every page and letter, and numbers its letters. */
@Route(AccountNavigation.CITY)
@ForOffices(Office.ADMINISTRATOR)
class CityView extends Div implements HasDynamicTitle {

    CityView(City city) {
        addClassName("stack");
        add(new PageHead(getTranslation("account.city")));
        add(new Paragraph(getTranslation("account.city.lead")));
        var now = city.names();
        var name = field("account.city.name", "city-name", now.name());
        var programme = field("account.city.programme", "city-programme", now.programme());
        var secretariat = field("account.city.secretariat", "city-secretariat", now.secretariat());
        var phone = Fields.optional(new TextField("", now.secretariatPhone(), ""), "account.city.phone");
        phone.setId("city-phone");
        phone.setHelperText(getTranslation("account.city.phone.help"));
        var symbol = field("account.city.letterSymbol", "city-letter-symbol", now.letterSymbol());
        symbol.addClassName("short");
        symbol.setHelperText(getTranslation("account.city.letterSymbol.help"));
        var save = Buttons.primary(getTranslation("account.city.save"), event -> {
            city.rename(new City.Names(
                    name.getValue(),
                    programme.getValue(),
                    secretariat.getValue(),
                    phone.getValue(),
                    symbol.getValue()));
            Fields.done(this, getTranslation("account.done"));
        });
        add(new Card(name, programme, secretariat, phone, symbol, Fields.actions(save)));
    }

    private TextField field(String key, String id, String value) {
        var field = Fields.required(new TextField("", value, ""), key);
        field.setId(id);
        return field;
    }

    @Override
    public String getPageTitle() {
        return Fields.title(this, "account.city");
    }
}
