package app.tomoni.proposal;

import app.tomoni.account.PersonId;
import app.tomoni.call.ProposalForm;
import app.tomoni.form.Answers;
import app.tomoni.form.FieldError;
import app.tomoni.form.FormDefinition;
import app.tomoni.form.Forms;
import app.tomoni.form.WorkingCopies;
import app.tomoni.form.WorkingField;
import app.tomoni.shared.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What groups are writing before they hand it in. */
@Component
@Transactional(readOnly = true)
public class Drafts {

    /** The form that a proposal is written in. */
    public static final String FORM = ProposalForm.NAME;

    /** The answer that names a proposal everywhere. */
    static final String TITLE = "projectTitle";

    /** The answer that names the organisations it is carried out with. */
    static final String PARTNERS = "partnerOrganisations";

    private final WorkingCopies copies;
    private final Forms forms;
    private final TermsOfCalls terms;

    Drafts(WorkingCopies copies, Forms forms, TermsOfCalls terms) {
        this.copies = copies;
        this.forms = forms;
        this.terms = terms;
    }

    /** The name of the working copy in which the proposal is written. */
    public static String subject(ProposalId proposal) {
        return "proposal:" + proposal.value();
    }

    public FormDefinition form(Proposal proposal) {
        return form(terms.of(proposal));
    }

    /** The form that a call asks to be filled in. */
    public FormDefinition form(Terms asked) {
        return forms.of(FORM, asked.release());
    }

    /** The form that a revision was written in. */
    public FormDefinition form(Revision revision) {
        return forms.of(FORM, revision.formRelease().isEmpty() ? null : revision.formRelease());
    }

    public Answers answers(Proposal proposal) {
        return Answers.of(form(proposal), copies.open(subject(proposal.id())));
    }

    /** Everything that has to be put right before it can be handed in, in the order of the form. */
    public List<FieldError> errors(Proposal proposal) {
        return form(proposal).validate(answers(proposal), terms.of(proposal).rules());
    }

    /** The title of a draft as typed so far, or of what was handed in; empty when there is none yet. */
    public String title(Proposal proposal) {
        return titles(List.of(proposal)).getOrDefault(proposal.id(), "");
    }

    /** The titles of many in one look-up. */
    public Map<ProposalId, String> titles(Collection<Proposal> all) {
        var subjects = all.stream()
                .filter(Proposal::isDraft)
                .map(proposal -> subject(proposal.id()))
                .toList();
        var typed = copies.values(subjects, TITLE);
        return all.stream()
                .collect(Collectors.toMap(
                        Proposal::id,
                        proposal -> typed.getOrDefault(subject(proposal.id()), proposal.title())
                                .strip()));
    }

    /** Whether anybody has typed anything. */
    boolean untouched(Proposal proposal) {
        return copies.open(subject(proposal.id())).isEmpty();
    }

    /** Lays out the answers of a revision for writing on. */
    @Transactional
    public void layOut(String subject, Revision revision, PersonId by) {
        var values = new HashMap<String, String>();
        revision.answers()
                .forEach((field, answer) ->
                        values.put(field, answer.isString() ? answer.asString() : answer.toString()));
        copies.replace(subject, values, by);
    }

    /** The answers, with the promise that nobody changes them before the transaction ends. */
    Map<String, WorkingField> hold(String subject) {
        return copies.hold(subject);
    }

    void discard(String subject) {
        copies.discard(subject);
    }

    /** What was handed in is nobody's to write at any more, unless the group takes it back. */
    void putBy(Proposal proposal) {
        copies.putBy(subject(proposal.id()));
    }

    /**
     * Lets the group go on where it was when it handed this in: a recall is nobody's edit, and a text that waited for a
     * choice waits again. Laid out from what was handed in where that is something else by now.
     */
    void takeBack(Proposal proposal, Revision latest, PersonId by) {
        var subject = subject(proposal.id());
        var form = form(proposal);
        copies.bringBack(subject);
        if (!Answers.of(form, copies.open(subject))
                .json(form)
                .equals(latest.typed().json(form))) {
            layOut(subject, latest, by);
        }
    }

    /** Nobody hands in what a colleague has written after they had read it. */
    static void requireRead(Answers written, @Nullable Answers read) {
        if (read != null && !read.equals(written)) {
            throw new Refusal("proposal.refusal.rewritten");
        }
    }

    static void requireNone(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusal("proposal.refusal.incomplete", errors.size());
        }
    }
}
