package app.tomoni.proposal;

import app.tomoni.process.CaseKey;
import app.tomoni.process.CasePages;
import app.tomoni.shared.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proposals by number and title for the record of their case; what is a draft again is its group's, so only by number. */
@Component
class ProposalPages implements CasePages {

    private final Proposals proposals;
    private final TermsOfCalls terms;
    private final Translations texts;

    ProposalPages(Proposals proposals, TermsOfCalls terms, Translations texts) {
        this.proposals = proposals;
        this.terms = terms;
        this.texts = texts;
    }

    @Override
    public Optional<Known> of(CaseKey key, Locale locale) {
        return proposals.find(new ProposalId(key.value())).map(proposal -> known(proposal, locale));
    }

    private Known known(Proposal proposal, Locale locale) {
        var number = proposal.number().orElse("");
        var name = proposal.isSubmitted()
                ? texts.getTranslation("proposal.named", locale, number, proposal.title())
                        .strip()
                : number;
        var pages = new ArrayList<>(List.of(
                new Page(texts.getTranslation("proposal.calls", locale), "calls"),
                new Page(terms.title(proposal.call()).orElse(""), "calls/" + proposal.call())));
        if (proposal.isSubmitted()) {
            pages.add(new Page(name, ProposalNavigation.overview(proposal.id())));
        }
        return new Known(name, pages);
    }
}
