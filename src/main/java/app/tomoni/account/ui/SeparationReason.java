package app.tomoni.account.ui;

import app.tomoni.account.Office;
import app.tomoni.account.PersonId;
import app.tomoni.account.Separation;
import app.tomoni.shared.ui.ShortForm;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asked for where the person has another office that does not simply go with the one that is chosen. */
class SeparationReason extends TextArea {

    private final transient Separation separation;

    SeparationReason(String id, Separation separation) {
        this.separation = separation;
        Fields.required(this, "account.separation");
        setId(id);
        setVisible(false);
    }

    void explain(PersonId person, @Nullable Office office) {
        var beside = office == null ? Set.<Office>of() : separation.toExplain(person, office);
        setVisible(!beside.isEmpty());
        setHelperText(getTranslation(
                "account.separation.why",
                beside.stream()
                        .map(each -> getTranslation("account.office." + each.key()))
                        .collect(Collectors.joining(getTranslation("account.person.and")))));
    }

    /** @param chosen where it is said that the offices never go together */
    void refuseIn(ShortForm form, HasValidationProperties chosen) {
        form.sayAt(chosen, "account.separation.never");
        form.sayAt(this, "account.separation.reason");
    }
}
