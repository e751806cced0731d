package app.tomoni.form;

import app.tomoni.shared.Refusal;
import java.util.List;

/** Refuses a form file, with every finding. */
public class UnreadableForm extends Refusal {

    private final List<FormFinding> findings;

    UnreadableForm(List<FormFinding> findings) {
        super(findings.getFirst().messageKey(), findings.getFirst().arguments().toArray());
        this.findings = List.copyOf(findings);
    }

    public List<FormFinding> findings() {
        return findings;
    }
}
