package app.tomoni.proposal.ui;

import app.tomoni.account.City;
import app.tomoni.account.PersonId;
import app.tomoni.document.Downloads;
import app.tomoni.document.Letters;
import app.tomoni.organisation.Memberships;
import app.tomoni.proposal.Access;
import app.tomoni.proposal.Proposal;
import app.tomoni.proposal.ProposalNavigation;
import app.tomoni.proposal.Revision;
import app.tomoni.proposal.TermsOfCalls;
import app.tomoni.shared.FileSize;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Translations;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Hands out a receipt as a page to print, and the exact bytes that its hash is of. */
@Component
class ReceiptDownloads {

    private static final String TEMPLATE = "letters/proposal-receipt";

    private final Access access;
    private final Memberships memberships;
    private final TermsOfCalls terms;
    private final Letters letters;
    private final City city;
    private final PublicAddress installation;
    private final Translations texts;

    ReceiptDownloads(
            Access access,
            Memberships memberships,
            TermsOfCalls terms,
            Letters letters,
            City city,
            PublicAddress installation,
            Translations texts) {
        this.access = access;
        this.memberships = memberships;
        this.terms = terms;
        this.letters = letters;
        this.city = city;
        this.installation = installation;
        this.texts = texts;
    }

    DownloadHandler pdf(Proposal proposal, Revision revision, PersonId person) {
        return handler(
                proposal, revision, person, "pdf", "application/pdf", () -> pdf(proposal, revision, Locale.JAPANESE));
    }

    DownloadHandler data(Proposal proposal, Revision revision, PersonId person) {
        return handler(proposal, revision, person, "json", "application/json", revision::bytes);
    }

    /** For as long as they may read the proposal; for who is no longer a member, it is as if it did not exist. */
    private DownloadHandler handler(
            Proposal proposal,
            Revision revision,
            PersonId person,
            String ending,
            String mediaType,
            Supplier<byte[]> bytes) {
        var name = "%s-%d.%s".formatted(proposal.number().orElseThrow(), revision.number(), ending);
        return Downloads.made(
                name,
                mediaType,
                () -> Optional.of(proposal.id())
                        .filter(id -> access.mayRead(id, person))
                        .map(allowed -> bytes.get()));
    }

    /** A4 with number, time, hash and files. */
    byte[] pdf(Proposal proposal, Revision revision, Locale locale) {
        var model = new HashMap<String, Object>();
        model.put("number", proposal.number().orElseThrow());
        model.put("title", revision.typed().text("projectTitle"));
        model.put(
                "group", memberships.names(List.of(proposal.organisation())).getOrDefault(proposal.organisation(), ""));
        model.put("call", terms.title(proposal.call()).orElse(""));
        var names = city.names();
        model.put("city", names.name());
        model.put("office", names.secretariat());
        model.put("revision", revision.number());
        model.put("at", JapaneseDates.full(revision.submittedAt(), locale));
        model.put("clock", JapaneseDates.clock(revision.submittedAt()));
        model.put("sha256", revision.sha256());
        model.put("check", installation.of("/" + ProposalNavigation.receiptCheck()));
        model.put(
                "files",
                revision.files().stream()
                        .map(file -> Map.of(
                                "name", file.name(),
                                "size", texts.of(new FileSize(file.size()), locale),
                                "sha256", file.sha256()))
                        .toList());
        return letters.pdf(TEMPLATE, model, locale);
    }
}
