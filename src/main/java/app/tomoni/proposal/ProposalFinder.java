package app.tomoni.proposal;

import app.tomoni.account.Finder;
import app.tomoni.account.PersonId;
import app.tomoni.organisation.Memberships;
import app.tomoni.organisation.Organisation;
import app.tomoni.shared.SearchWords;
import app.tomoni.shared.Translations;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds proposals by number, title, group and call: a group's own ones, drafts too, and for the city's own people what was
 * handed in.
 */
@Component
@Order(1) // where somebody reviews as well, the proposal's own page goes first
@Transactional(readOnly = true)
class ProposalFinder implements Finder {

    private final Access access;
    private final Drafts drafts;
    private final Memberships memberships;
    private final TermsOfCalls terms;
    private final Translations texts;

    ProposalFinder(Access access, Drafts drafts, Memberships memberships, TermsOfCalls terms, Translations texts) {
        this.access = access;
        this.drafts = drafts;
        this.memberships = memberships;
        this.terms = terms;
        this.texts = texts;
    }

    @Override
    public Kind kind() {
        return Kind.PROPOSAL;
    }

    @Override
    public boolean isFor(PersonId reader) {
        return access.mayReadForTheCity(reader) || !memberships.offices(reader).isEmpty();
    }

    @Override
    public List<Found> find(PersonId reader, SearchWords words, Locale locale) {
        return Stream.concat(own(reader).stream(), access.asStaff(reader).stream())
                .filter(line -> words.in(line.number(), line.title(), line.group(), line.groupKana(), line.call()))
                .map(line -> found(line, locale))
                .distinct() // handed in by a group of one's own, and read for the city
                .toList();
    }

    private Found found(Proposals.Line line, Locale locale) {
        return new Found(
                line.id(),
                ProposalNavigation.overview(new ProposalId(line.id())),
                line.title().isEmpty() ? texts.getTranslation("proposal.untitled", locale) : line.title(),
                List.of(line.number(), line.group(), line.call()));
    }

    private List<Proposals.Line> own(PersonId reader) {
        var all = access.asMember(reader);
        if (all.isEmpty()) {
            return List.of();
        }
        var titles = drafts.titles(all);
        var groups = memberships.organisationsOf(reader).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        var calls = terms.titles(all.stream().map(Proposal::call).toList());
        return all.stream()
                .flatMap(proposal -> Stream.ofNullable(groups.get(proposal.organisation()))
                        .map(group -> new Proposals.Line(
                                proposal.id().value(),
                                proposal.number().orElse(""),
                                titles.getOrDefault(proposal.id(), ""),
                                group.name(),
                                group.nameKana(),
                                calls.getOrDefault(proposal.call(), ""))))
                .toList();
    }
}
