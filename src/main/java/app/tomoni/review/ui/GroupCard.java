package app.tomoni.review.ui;

import app.tomoni.organisation.OrganisationId;
import app.tomoni.organisation.ProfileField;
import app.tomoni.proposal.Revision;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.ui.Card;
import app.tomoni.shared.ui.Facts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Who proposes, beside the call's own words on who may: what no table can compare, a person does. */
class GroupCard extends Card {

    private static final List<ProfileField> SHOWN = List.of(
            ProfileField.NAME,
            ProfileField.TYPE,
            ProfileField.FOUNDED_ON,
            ProfileField.ADDRESS,
            ProfileField.AREA,
            ProfileField.MEMBER_COUNT,
            ProfileField.CITY_MEMBER_COUNT,
            ProfileField.OPEN_MEMBERSHIP);

    /**
     * @param handedIn keeps the group's profile as it was on that day
     * @param conditions which groups may propose, in the call's words
     */
    GroupCard(OrganisationId group, Revision handedIn, String conditions) {
        var profile = handedIn.profile();
        var facts = new Facts();
        SHOWN.forEach(field ->
                facts.fact(getTranslation(field.labelKey()), answer(field, profile.getOrDefault(field.key(), ""))));
        var asOf = new Paragraph(
                getTranslation("review.check.group.asOf", JapaneseDates.full(handedIn.submittedAt(), getLocale())));
        asOf.addClassNames("small", "mute");
        var words = new Paragraph(conditions);
        words.addClassName("prose");
        add(
                new H2(getTranslation("review.check.group")),
                facts,
                asOf,
                new Anchor("organisations/" + group, getTranslation("review.check.group.page")),
                new H3(getTranslation("review.check.group.conditions")),
                words);
    }

    private String answer(ProfileField field, String typed) {
        if (typed.isBlank()) {
            return getTranslation("organisation.blank");
        }
        return switch (field.kind()) {
            case CHOICE -> field.choices().contains(typed) ? getTranslation(field.choiceKey(typed)) : typed;
            case DATE ->
                JapaneseDates.kept(typed)
                        .map(day -> JapaneseDates.full(day, getLocale()))
                        .orElse(typed);
            default -> typed;
        };
    }
}
