package app.tomoni.decision.selection;

import app.tomoni.account.Office;
import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.decision.PublishedResult;
import app.tomoni.organisation.Organisations;
import app.tomoni.organisation.ProfileField;
import app.tomoni.proposal.PublicProposals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks on a public page for what might tell who somebody is: names of all who have to do with the call, and more. */
@Component
@Transactional(readOnly = true)
class NamesInResult {

    private final Materials materials;
    private final People people;
    private final Offices offices;
    private final Organisations organisations;
    private final PublicProposals proposals;

    NamesInResult(
            Materials materials,
            People people,
            Offices offices,
            Organisations organisations,
            PublicProposals proposals) {
        this.materials = materials;
        this.people = people;
        this.offices = offices;
        this.organisations = organisations;
        this.proposals = proposals;
    }

    List<PersonalData.Find> in(PublishedResult result) {
        var names = new HashSet<String>();
        var material = materials.of(result.callId());
        var known = new ArrayList<>(material.panel());
        for (var office : List.of(Office.SECRETARIAT, Office.APPROVER)) {
            known.addAll(offices.holders(office, null));
        }
        var groups = material.entrants().stream()
                .map(Material.Entrant::organisation)
                .distinct()
                .toList();
        known.addAll(offices.holders(
                List.of(Office.GROUP_REPRESENTATIVE, Office.GROUP_EDITOR, Office.GROUP_VIEWER), groups));
        names.addAll(people.names(known).values());
        organisations.findByIdIn(groups).forEach(group -> {
            names.add(group.written(ProfileField.REPRESENTATIVE_NAME));
            names.add(group.written(ProfileField.CONTACT_NAME));
        });
        return new PersonalData(names).in(text(result));
    }

    private String text(PublishedResult result) {
        var text = new StringBuilder(result.decision()).append('\n');
        if (result.exceptionReason() != null) {
            text.append(result.exceptionReason()).append('\n');
        }
        for (var line : result.lines()) {
            for (var part : List.of(
                    line.title(),
                    line.organisation(),
                    line.conditions(),
                    Objects.requireNonNullElse(line.recommendedConditions(), ""),
                    line.recommendationReason(),
                    line.reason(),
                    line.comment())) {
                text.append(part).append('\n');
            }
            if (line.why() != null) {
                text.append(line.why().ja()).append('\n');
            }
        }
        proposals
                .written(result.shown(), Locale.JAPANESE)
                .values()
                .forEach(answers ->
                        answers.forEach(answer -> text.append(answer.text()).append('\n')));
        return text.toString();
    }
}
