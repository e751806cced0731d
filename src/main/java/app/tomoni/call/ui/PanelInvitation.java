package app.tomoni.call.ui;

import app.tomoni.account.People;
import app.tomoni.account.PersonId;
import app.tomoni.call.AppointPanel;
import app.tomoni.call.CallId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appoints somebody new to a panel and lets them in: by mail, or by a code on paper. */
@Component
class PanelInvitation {

    private final People people;
    private final AppointPanel appoint;

    PanelInvitation(People people, AppointPanel appoint) {
        this.people = people;
        this.appoint = appoint;
    }

    /**
     * Appoints the person with that mail address, or somebody new.
     *
     * @return the code to be printed where no mail would arrive; none when a mail goes out or the person can sign in
     *     already
     */
    @Transactional
    Optional<String> addAndInvite(CallId call, String name, String kana, String mail, PersonId by) {
        var known = mail.isBlank() ? Optional.<PersonId>empty() : people.withMail(mail);
        var person = known.orElseGet(() -> people.add(name, kana, mail.isBlank() ? null : mail.strip()));
        return addAndInvite(call, person, by);
    }

    /** The same with somebody who was on a panel before. */
    @Transactional
    Optional<String> addAndInvite(CallId call, PersonId person, PersonId by) {
        appoint.add(call, person, by);
        return people.newcomers(List.of(person)).isEmpty() ? Optional.empty() : appoint.invite(call, person, by);
    }
}
