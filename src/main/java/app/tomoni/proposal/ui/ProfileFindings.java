package app.tomoni.proposal.ui;

import app.tomoni.organisation.Organisation;
import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.Organisations;
import app.tomoni.shared.Translations;
import app.tomoni.shared.ui.Note;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how much of a group's profile is still to be written before it can hand anything in. */
@Component
class ProfileFindings {

    private final Organisations organisations;
    private final Translations texts;
    private final Clock clock;

    ProfileFindings(Organisations organisations, Translations texts, Clock clock) {
        this.organisations = organisations;
        this.texts = texts;
        this.clock = clock;
    }

    /** None when the profile is complete. */
    @Transactional(readOnly = true)
    public Optional<Integer> count(OrganisationId organisation) {
        return count(organisations.get(organisation));
    }

    private Optional<Integer> count(Organisation group) {
        return Optional.of(group.findings(LocalDate.now(clock)).size()).filter(count -> count > 0);
    }

    /** The same with the way there, long before anything is handed in; none when the profile is complete. */
    @Transactional(readOnly = true)
    public Optional<Note> note(OrganisationId organisation, Locale locale) {
        return note(organisations.get(organisation), locale);
    }

    Optional<Note> note(Organisation group, Locale locale) {
        return count(group)
                .map(count -> new Note(
                        Note.Kind.WARN,
                        new Paragraph(texts.getTranslation("proposal.profile.open", locale, count)),
                        new Paragraph(link(group.id(), locale))));
    }

    Anchor link(OrganisationId group, Locale locale) {
        return new Anchor("organisation/" + group, texts.getTranslation("proposal.profile.link", locale));
    }
}
