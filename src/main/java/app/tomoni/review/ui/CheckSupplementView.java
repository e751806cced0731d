package app.tomoni.review.ui;

import app.tomoni.account.ForOffices;
import app.tomoni.account.Office;
import app.tomoni.account.SignedIn;
import app.tomoni.call.Calls;
import app.tomoni.document.Downloads;
import app.tomoni.process.Cases;
import app.tomoni.process.Statuses;
import app.tomoni.proposal.AnswerTexts;
import app.tomoni.review.FormalChecks;
import app.tomoni.shared.BusinessDays;
import app.tomoni.shared.Translations;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import java.time.Clock;

/** The formal check once more, after a supplement. */
@Route("tasks/checkSupplement/:task")
@ForOffices(Office.SECRETARIAT)
@StyleSheet("context://tomoni/review.css")
class CheckSupplementView extends CheckEligibilityView {

    CheckSupplementView(
            SignedIn signedIn,
            FormalChecks checks,
            Cases cases,
            Statuses statuses,
            Calls calls,
            BusinessDays days,
            AnswerTexts texts,
            Downloads downloads,
            Translations translations,
            Clock clock) {
        super(signedIn, checks, cases, statuses, calls, days, texts, downloads, translations, clock);
    }
}
