package app.tomoni.form.ui;

import app.tomoni.account.PersonId;
import app.tomoni.document.Downloads;
import app.tomoni.document.Files;
import app.tomoni.form.FormRules;
import app.tomoni.form.FormWords;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * What the fields of a form need beside their definition.
 *
 * @param mayOpen whether the person may have the files that the answers name; asked at each click
 */
record FormTools(
        FormWords words,
        Files files,
        Downloads downloads,
        Clock clock,
        FormRules rules,
        PersonId person,
        BooleanSupplier mayOpen) {}
