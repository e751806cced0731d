package app.tomoni.decision.selection;

import app.tomoni.organisation.LetterChoices;
import app.tomoni.organisation.OrganisationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How letters reach their groups: as each group wishes when its letter is handed over, and unchanged from then on. */
@Component
@Transactional(readOnly = true)
public class Deliveries {

    private final LetterChoices choices;

    Deliveries(LetterChoices choices) {
        this.choices = choices;
    }

    /** By the letters' ids. */
    public Map<UUID, Letter.Delivery> of(Collection<Letter> letters) {
        var byMail = choices.byMail(letters.stream().map(Deliveries::group).collect(Collectors.toSet()));
        return letters.stream()
                .collect(Collectors.toMap(
                        Letter::id,
                        letter -> letter.queuedAt().isPresent()
                                ? letter.delivery()
                                : byMail.contains(group(letter)) ? Letter.Delivery.MAIL : Letter.Delivery.PRINT));
    }

    Letter.Delivery of(Letter letter) {
        return of(List.of(letter)).values().iterator().next();
    }

    private static OrganisationId group(Letter letter) {
        return new OrganisationId(letter.organisation());
    }
}
