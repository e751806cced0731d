package app.tomoni.decision.selection;

import app.tomoni.account.City;
import app.tomoni.call.Deadline;
import app.tomoni.decision.Outcome;
import app.tomoni.document.Files;
import app.tomoni.document.Letters;
import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.ProfileField;
import app.tomoni.process.CaseKey;
import app.tomoni.process.DueDates;
import app.tomoni.proposal.ProposalId;
import app.tomoni.shared.FiscalYear;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes one letter to one addressee and archives its exact bytes. */
@Component
@Transactional
public class LetterWriting {

    private static final String TEMPLATE = "letters/result";
    static final Locale LANGUAGE = Locale.JAPANESE;

    /**
     * What a letter tells.
     *
     * @param reason as it is told; of an offer, the key of what is told where it is less than was asked for
     * @param offerFollows whether a runner-up is offered something the moment it is told
     */
    record Content(
            Letter.Kind kind,
            Outcome outcome,
            @Nullable Yen amount,
            List<String> conditions,
            String reason,
            String comment,
            boolean offerFollows) {}

    private final Letters letters;
    private final Files files;
    private final LetterRegister register;
    private final Organisations organisations;
    private final DueDates deadlines;
    private final City city;
    private final PublicAddress site;
    private final Translations words;
    private final JdbcClient jdbc;
    private final Clock clock;

    LetterWriting(
            Letters letters,
            Files files,
            LetterRegister register,
            Organisations organisations,
            DueDates deadlines,
            City city,
            PublicAddress site,
            Translations words,
            JdbcClient jdbc,
            Clock clock) {
        this.letters = letters;
        this.files = files;
        this.register = register;
        this.organisations = organisations;
        this.deadlines = deadlines;
        this.city = city;
        this.site = site;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One number for all letters of a decision; each addressee has a branch of it. */
    String nextNumber(Optional<Elsewhere> approved, LocalDate dated) {
        return approved.map(Elsewhere::number).orElseGet(() -> freshNumber(dated));
    }

    /** The next number of the fiscal year of that day, with the city's symbol; what has its number keeps it. */
    private String freshNumber(LocalDate dated) {
        var year = FiscalYear.of(dated);
        int number = jdbc.sql("""
            INSERT INTO letter_number (year, last_number) VALUES (?, 1)
            ON CONFLICT (year) DO UPDATE SET last_number = letter_number.last_number + 1
            RETURNING last_number\
            """).param(year.year()).query(Integer.class).single();
        return say("decision.letter.number", year.reiwa(), city.names().letterSymbol(), String.valueOf(number));
    }

    Letter write(
            Material.Terms terms,
            Material.Entrant entrant,
            Decision decision,
            Content content,
            String number,
            LocalDate dated) {
        var archived = archive(terms, entrant, decision, content, number, dated);
        return register.save(
                Letter.write(terms.call(), entrant, content.kind(), number, dated, archived, clock.instant()));
    }

    /** The same letter with new bytes, as long as it has not left. */
    void rewrite(
            Letter letter,
            Material.Terms terms,
            Material.Entrant entrant,
            Decision decision,
            Content content,
            LocalDate dated) {
        var archived = archive(terms, entrant, decision, content, letter.documentNumber(), dated);
        letter.rewrite(dated, archived, clock.instant());
        register.save(letter);
    }

    private Letter.Archived archive(
            Material.Terms terms,
            Material.Entrant entrant,
            Decision decision,
            Content content,
            String number,
            LocalDate dated) {
        var bytes = letters.pdf(TEMPLATE, model(terms, entrant, decision, content, number, dated), LANGUAGE);
        // The name says nothing about what is inside: it is seen in lists and in the addressee's downloads
        var stored = files.archive(number + ".pdf", "application/pdf", bytes);
        return new Letter.Archived(stored.id().value(), stored.sha256(), stored.size());
    }

    /** The letter as it would be by what stands now, without number and date and marked as a draft; nothing keeps it. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED) // no connection waits while the page is set
    byte[] draft(Material.Terms terms, Material.Entrant entrant, Decision decision, Content content) {
        return letters.pdf(TEMPLATE, model(terms, entrant, decision, content, null, null), LANGUAGE);
    }

    /** Until when a letter with this date asks for an answer. */
    private @Nullable Instant answerBy(ProposalId proposal, LocalDate dated) {
        var from = dated.atStartOfDay(JapaneseDates.ZONE).toInstant();
        return deadlines.byCall(new CaseKey(proposal.value()), Deadline.ACCEPTANCE.key(), from);
    }

    /**
     * @param number none in a draft
     * @param dated the same
     */
    private HashMap<String, @Nullable Object> model(
            Material.Terms terms,
            Material.Entrant entrant,
            Decision decision,
            Content content,
            @Nullable String number,
            @Nullable LocalDate dated) {
        var organisation = organisations.find(new OrganisationId(entrant.organisation()));
        var model = new HashMap<String, @Nullable Object>();
        model.put("draft", dated == null);
        model.put("number", number == null ? say("decision.letter.draft.number") : number);
        model.put("dated", dated == null ? say("decision.letter.draft.dated") : JapaneseDates.full(dated, LANGUAGE));
        model.put("addressee", entrant.organisationName());
        model.put(
                "representative",
                organisation.map(LetterWriting::representative).orElse(""));
        var letterhead = decision.text().letterhead();
        model.put("city", letterhead.city());
        model.put("sender", letterhead.sender());
        model.put("senderName", letterhead.senderName());
        model.put("seal", letterhead.seal());
        model.put("contact", letterhead.contact());
        model.put("call", terms.title());
        model.put("proposal", entrant.title());
        model.put("receipt", entrant.number());
        model.put("kind", content.kind().name());
        model.put("outcome", content.outcome().name());
        var amount = content.amount();
        model.put("amount", amount == null ? null : (Long) amount.amount());
        var requested = entrant.requested();
        var cut = amount != null && requested != null && requested.exceeds(amount) ? requested : null;
        model.put("requested", cut == null ? null : (Long) cut.amount());
        model.put("conditions", content.conditions());
        model.put(
                "reason",
                content.kind() == Letter.Kind.RESULT ? content.reason() : cut == null ? "" : say(content.reason()));
        model.put("comment", content.comment());
        model.put("budgetYear", String.valueOf(terms.budgetYear().reiwa()));
        model.put(
                "subjectToBudget",
                decision.subjectToBudget() && content.outcome().isYes());
        model.put("reserve", content.outcome() == Outcome.RUNNER_UP && content.kind() == Letter.Kind.RESULT);
        model.put("offerFollows", content.offerFollows());
        model.put("appeal", terms.disposition());
        var answers = content.outcome().isYes() || content.kind() == Letter.Kind.OFFER;
        model.put("site", site.address());
        model.put("answerBy", answers ? answer(entrant.proposal(), dated) : null);
        return model;
    }

    /** Counted from the date of the letter; in a draft it is said what that would come to today. */
    private @Nullable String answer(ProposalId proposal, @Nullable LocalDate dated) {
        var due = answerBy(proposal, dated == null ? LocalDate.now(clock) : dated);
        if (due == null) {
            return null;
        }
        var day = JapaneseDates.full(due, LANGUAGE);
        return dated == null ? say("decision.letter.draft.answerBy", day) : day;
    }

    private String say(String key, Object... arguments) {
        return words.getTranslation(key, LANGUAGE, arguments);
    }

    private static String representative(Organisation organisation) {
        return (organisation.written(ProfileField.REPRESENTATIVE_TITLE) + " "
                        + organisation.written(ProfileField.REPRESENTATIVE_NAME))
                .strip();
    }
}
