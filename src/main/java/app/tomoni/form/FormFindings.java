package app.tomoni.form;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a form file, gathered while it is read. */
final class FormFindings {

    private final List<FormFinding> all = new ArrayList<>();

    void add(String element, String messageKey, Object... arguments) {
        all.add(new FormFinding(element, messageKey, List.of(arguments)));
    }

    boolean none() {
        return all.isEmpty();
    }

    List<FormFinding> all() {
        return List.copyOf(all);
    }
}
