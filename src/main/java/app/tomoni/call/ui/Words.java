package app.tomoni.call.ui;

import app.tomoni.call.Call;
import app.tomoni.call.CallFile;
import app.tomoni.call.Guideline;
import app.tomoni.call.Problem;
import app.tomoni.call.RuleWords;
import app.tomoni.call.Template;
import app.tomoni.scoring.ScoringRefusal;
import app.tomoni.shared.JapaneseDates;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import app.tomoni.shared.Yen;
import app.tomoni.shared.ui.Note;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of the screens about calls, in one reader's language. */
record Words(Translations translations, Locale locale) {

    /** Something about one step of a criterion, whose name is that of its step. */
    private static final Pattern STEP = Pattern.compile("/criteria/(\\d+)/(?:levels|bands)/\\d+/.+");

    String say(String key, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }

    String refusal(Refusal refusal) {
        return translations.of(refusal, locale);
    }

    /** How it is decided, one sentence a rule. */
    List<String> rules(Guideline guideline, int members) {
        return new RuleWords(translations, locale).of(guideline, members);
    }

    /** What is wrong, with the place in words. */
    String problem(Problem problem) {
        var arguments = new ArrayList<Object>();
        arguments.add(whole(problem.place()));
        arguments.addAll(List.of(written(problem.arguments())));
        return say(problem.messageKey(), arguments.toArray());
    }

    private Object[] written(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case LocalDate day -> JapaneseDates.full(day, locale);
                    case Instant at -> JapaneseDates.full(at, locale);
                    case ScoringRefusal refusal -> refusal.message(locale);
                    default -> argument;
                })
                .toArray();
    }

    /** The name of a place where it does not stand among the others of its criterion. */
    private String whole(String place) {
        var step = STEP.matcher(place);
        return step.matches()
                ? say("call.place.ofCriterion", Integer.parseInt(step.group(1)) + 1, place(place))
                : place(place);
    }

    /** The name of a place in a draft: of the third criterion's question, for example. */
    String place(String place) {
        var key = new StringBuilder("call.place");
        var numbers = new ArrayList<Object>();
        for (var step : place.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            if (step.chars().allMatch(Character::isDigit)) {
                numbers.add(Integer.parseInt(step) + 1);
            } else if (place.startsWith("/deadlines/" + step)) {
                numbers.add(say("call.deadline." + step));
            } else {
                key.append('.').append(step);
            }
        }
        return say(key.toString(), numbers.toArray());
    }

    /** What it was made from: a template by its name in the reader's language, whatever the drafter read. */
    String origin(Call call) {
        return Stream.of(Template.values())
                .map(Template::labelKey)
                .filter(key -> translations.getProvidedLocales().stream()
                        .anyMatch(each -> translations.getTranslation(key, each).equals(call.origin())))
                .findFirst()
                .map(this::say)
                .orElseGet(call::origin);
    }

    String title(Call call) {
        return call.title().isEmpty() ? say("call.untitled") : call.title();
    }

    String yen(Yen yen) {
        return say("shared.yen", NumberFormat.getIntegerInstance(locale).format(yen.amount()));
    }

    /** What opens a file, and how large it is. */
    String about(CallFile file) {
        return say("call.file.about", file.about(translations, locale));
    }

    /** Names the files that come from an earlier call, for the city to look at. */
    Optional<Note> takenOver(List<CallFile> files) {
        var names = files.stream()
                .filter(CallFile::takenOver)
                .map(file -> say("call.files.named", file.title()))
                .collect(Collectors.joining());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(Note.Kind.WARN, say("call.files.takenOver", names)));
    }

    String fiscalYear(Call call) {
        return call.writtenYear()
                .map(year -> say("call.fiscalYear", String.valueOf(year.reiwa()), String.valueOf(year.year())))
                .orElseGet(() -> say("call.fiscalYear.notSet"));
    }

    String day(LocalDate day) {
        return JapaneseDates.full(day, locale);
    }

    String at(Instant instant) {
        return JapaneseDates.full(instant, locale);
    }
}
