package app.tomoni.decision.selection;

import app.tomoni.shared.Refusal;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** In whose name letters go out. */
@Embeddable
public class Letterhead {

    private String city;
    private String sender;
    private String senderName;
    private String seal;
    private String contact;

    @SuppressWarnings("NullAway.Init")
    protected Letterhead() {}

    /**
     * @param city as it is named as the defendant of a suit
     * @param sender the office, as "mayor of …"
     * @param senderName who holds it
     * @param seal the text that stands for the seal; empty where the seal is left out
     * @param contact whom to ask
     */
    public Letterhead(String city, String sender, String senderName, String seal, String contact) {
        this.city = city.strip();
        this.sender = sender.strip();
        this.senderName = senderName.strip();
        this.seal = seal.strip();
        this.contact = contact.strip();
    }

    public static Letterhead empty() {
        return new Letterhead("", "", "", "", "");
    }

    public Optional<Refusal> gap() {
        return city.isEmpty() || sender.isEmpty() || senderName.isEmpty() || contact.isEmpty()
                ? Optional.of(new Refusal("decision.draft.letterhead"))
                : Optional.empty();
    }

    public String city() {
        return city;
    }

    public String sender() {
        return sender;
    }

    public String senderName() {
        return senderName;
    }

    public String seal() {
        return seal;
    }

    public String contact() {
        return contact;
    }
}
