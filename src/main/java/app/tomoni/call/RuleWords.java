package app.tomoni.call;

import app.tomoni.shared.Translations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules by which a call is decided, in sentences: the same for everybody who reads them, signed in or not. */
public final class RuleWords {

    private final Translations translations;
    private final Locale locale;

    public RuleWords(Translations translations, Locale locale) {
        this.translations = translations;
        this.locale = locale;
    }

    /** @param members how many are on the panel */
    public List<String> of(Guideline guideline, int members) {
        var ranking = guideline.ranking();
        var rules = new ArrayList<String>();
        rules.add(say(members == 0 ? "members.none" : "members", members, guideline.minimumSheets()));
        rules.add(say("quorum", guideline.quorum()));
        var rounded = ranking.decimals() == 0 ? say("whole") : say("decimals", ranking.decimals());
        rules.add(say("method." + ranking.method(), rounded));
        rules.add(say("missing." + ranking.missing()));
        var pass = ranking.passPercent();
        var each = ranking.eachPercent();
        if (pass != null) {
            rules.add(say("pass", pass));
        }
        if (each != null) {
            rules.add(say("each", each));
        }
        if (pass == null && each == null) {
            rules.add(say("noPass"));
        }
        rules.add(say("choice." + ranking.choice(), ranking.places(), ranking.reserves()));
        if (!ranking.ties().isEmpty()) {
            var ties = ranking.ties().stream().map(tie -> tie(tie, guideline)).toList();
            rules.add(say("ties", String.join(say("ties.then"), ties)));
        }
        rules.add(say("disclosure." + guideline.disclosure()));
        rules.add(say("nature." + guideline.nature()));
        return rules;
    }

    private String tie(Ranking.Tie tie, Guideline guideline) {
        return switch (tie) {
            case Ranking.Tie.HigherCriterion higher ->
                say(
                        "tie.criterion",
                        guideline
                                .criterion(higher.criterion())
                                .map(Criterion::name)
                                .orElse(""));
            case Ranking.Tie.SmallerRequest smaller -> say("tie.smaller");
            case Ranking.Tie.Deliberation deliberation -> say("tie.deliberation");
            case Ranking.Tie.MajorityVote vote -> say("tie.vote");
            case Ranking.Tie.Chair chair -> say("tie.chair");
        };
    }

    private String say(String key, Object... arguments) {
        return translations.getTranslation("call.guide." + key, locale, arguments);
    }
}
