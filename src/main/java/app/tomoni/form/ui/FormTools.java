package app.tomoni.form.ui;

import app.tomoni.account.PersonId;
import app.tomoni.document.Downloads;
import app.tomoni.document.Files;
import app.tomoni.form.FormRules;
import app.tomoni.form.FormWords;

/** What the fields of a form need beside their definition. */
record FormTools(FormWords words, Files files, Downloads downloads, FormRules rules, PersonId person) {}
