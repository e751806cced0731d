package app.tomoni.decision.selection;

import app.tomoni.shared.Graphemes;
import app.tomoni.shared.Lengths;
import app.tomoni.shared.Refusal;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/**
 * In whose name letters go out.
 *
 * @param city as it is named as the defendant of a suit
 * @param sender the office, as "mayor of …"
 * @param senderName who holds it
 * @param seal the text that stands for the seal; empty where the seal is left out
 * @param contact whom to ask
 */
@Embeddable
public record Letterhead(String city, String sender, String senderName, String seal, String contact) {

    public Letterhead {
        city = city.strip();
        sender = sender.strip();
        senderName = senderName.strip();
        seal = seal.strip();
        contact = contact.strip();
    }

    /**
     * What is known already where no letter has gone out before.
     *
     * @param contact as the call names it, on as many lines as it likes
     * @param secretariat whom to ask where that is too long for a letterhead
     */
    static Letterhead first(String city, String contact, String secretariat) {
        var line = contact.replaceAll("\\s+", " ");
        return new Letterhead(city, "", "", "", Graphemes.count(line) > Lengths.LINE ? secretariat : line);
    }

    void demandLengths() {
        List.of(city, sender, senderName, seal, contact).forEach(text -> Lengths.demand(text, Lengths.LINE));
    }

    /** What has to stand there and does not. */
    List<Refusal> gaps() {
        var gaps = new ArrayList<Refusal>();
        demand(gaps, city, "decision.draft.city.missing");
        demand(gaps, sender, "decision.draft.sender.missing");
        demand(gaps, senderName, "decision.draft.senderName.missing");
        demand(gaps, contact, "decision.draft.contact.missing");
        return gaps;
    }

    private static void demand(List<Refusal> gaps, String text, String key) {
        if (text.isEmpty()) {
            gaps.add(new Refusal(key));
        }
    }
}
