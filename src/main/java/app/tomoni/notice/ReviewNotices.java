package app.tomoni.notice;

import app.tomoni.call.Calls;
import app.tomoni.call.Panels;
import app.tomoni.review.TieSettled;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells a reviewer who asked the secretariat about a tie that they are answered; not about which proposal, nor how. */
@Component
class ReviewNotices {

    private final Mails mails;
    private final Panels panels;
    private final Calls calls;

    ReviewNotices(Mails mails, Panels panels, Calls calls) {
        this.mails = mails;
        this.panels = panels;
        this.calls = calls;
    }

    @ApplicationModuleListener
    void on(TieSettled event) {
        if (!panels.members(event.call()).contains(event.reviewer())) {
            return; // told late: they have left, and the page is closed to them
        }
        mails.queue(Mail.notice(
                event.reviewer(),
                "tie-settled",
                "tie-settled:" + event.call() + ":" + event.at() + ":" + event.reviewer(),
                "/reviews/" + event.call() + "/declarations",
                Map.of("title", calls.get(event.call()).title()),
                event.call().value()));
    }
}
