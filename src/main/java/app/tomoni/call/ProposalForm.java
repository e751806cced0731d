package app.tomoni.call;

import app.tomoni.form.FormDefinition;
import app.tomoni.form.Forms;
import app.tomoni.process.Cases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The form in which the proposals of a call are written. */
@Component
@Transactional(readOnly = true)
public class ProposalForm {

    /** Its name in every release. */
    public static final String NAME = "proposal";

    private final Forms forms;
    private final Cases cases;

    ProposalForm(Forms forms, Cases cases) {
        this.forms = forms;
        this.cases = cases;
    }

    /** The form of the call's release; until its approval, that of the release on which it would be approved now. */
    public FormDefinition of(Call call) {
        return forms.of(NAME, call.release().orElseGet(cases::currentRelease));
    }
}
