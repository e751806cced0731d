package app.tomoni.scoring;

import app.tomoni.scoring.ScoringRefusal.Source;
import app.tomoni.scoring.text.Json;
import app.tomoni.scoring.text.SourceText;
import app.tomoni.scoring.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes a result from files, so that anyone can check a published one: {@code ./tomoni score}. */
public final class ScoreCommand {

    /** The result is complete. */
    public static final int COMPLETE = 0;
    /** The result leaves something to people: a deliberation, or the answer to an offer. */
    public static final int NEEDS_PEOPLE = 1;
    /** The input is refused; nothing is printed as a result. */
    public static final int REFUSED = 2;

    private final InputStream in;
    private final Words words = Words.in(Locale.JAPANESE);
    private final Map<Source, String> names = new EnumMap<>(Source.class);
    private final Map<Source, Positions> positions = new EnumMap<>(Source.class);

    private ScoreCommand(InputStream in) {
        this.in = in;
    }

    /**
     * @param arguments what follows {@code score} on the command line
     * @param in read where a file is named {@code -}
     * @return the exit code
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        var command = new ScoreCommand(in);
        try {
            var options = Options.of(arguments);
            if (options == null) {
                err.println(command.words.say("command.usage"));
                return REFUSED;
            }
            return command.run(options, out, err);
        } catch (Unreadable e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (ScoringRefusal refusal) {
            err.println(command.explain(refusal));
            return REFUSED;
        } catch (RuntimeException fault) { // ours; but no result is not a result that needs people
            err.println(command.words.say("command.failed", fault));
            return REFUSED;
        }
    }

    private int run(Options options, PrintStream out, PrintStream err) {
        var replayed = options.replay();
        var text = replayed == null ? "" : text(Source.TRACE, replayed);
        var result = replayed == null ? evaluate(options) : Scoring.replay(text);
        var json = result.trace().toJson();
        if (replayed != null && !json.equals(text)) {
            err.println(words.say("command.replayDiffers", replayed, difference(json, text)));
            return REFUSED;
        }
        if (options.json()) {
            out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        } else {
            new ScoreReport(result, words).print(out);
            if (options.replay() != null) {
                out.println(words.say("command.replaySame"));
            }
        }
        out.flush();
        return result.isComplete() ? COMPLETE : NEEDS_PEOPLE;
    }

    private Result evaluate(Options options) {
        var ruleText = text(Source.RULE, options.rule());
        var rule = Rule.parse(ruleText);
        positions.put(Source.RULE, Positions.of(Json.parse(ruleText)));
        var scores = ScoresReader.read(rule, text(Source.SHEETS, options.sheets()));
        positions.put(Source.SHEETS, scores.positions());
        if (options.proposals() == null && (rule.needsRequests() || rule.votes() != null || rule.renewal() != null)) {
            throw new ScoringRefusal(Source.RULE, "", "proposals.needed");
        }
        var proposals = options.proposals() == null ? scores.value().proposals() : proposals(options.proposals());
        var outcomes = options.outcomes() == null ? Outcomes.none() : outcomes(options.outcomes());
        return Scoring.evaluate(rule, proposals, scores.value(), outcomes);
    }

    private List<ScoredProposal> proposals(String file) {
        var read = ProposalsFile.read(text(Source.PROPOSALS, file));
        positions.put(Source.PROPOSALS, read.positions());
        return read.value();
    }

    private Outcomes outcomes(String file) {
        var read = OutcomesFile.read(text(Source.OUTCOMES, file));
        positions.put(Source.OUTCOMES, read.positions());
        return read.value();
    }

    /** The size is looked at before the bytes are. */
    private String text(Source source, String file) {
        names.put(source, file);
        try {
            if (file.equals("-")) {
                return SourceText.read(in);
            }
            var path = Path.of(file);
            if (Files.isDirectory(path) || !Files.isReadable(path)) {
                throw new Unreadable(words.say("command.unreadable", file));
            }
            if (Files.size(path) > SourceText.MAX_BYTES) {
                throw new Json.Malformed("file.tooLarge", 1, 1);
            }
            try (var stream = Files.newInputStream(path)) {
                return SourceText.read(stream);
            }
        } catch (Json.Malformed e) {
            throw new ScoringRefusal(source, "", e.line(), e.column(), e.key(), List.of());
        } catch (IOException | InvalidPathException e) {
            throw new Unreadable(words.say("command.unreadable", file));
        }
    }

    private String explain(ScoringRefusal refusal) {
        var source = refusal.source();
        // without a list of proposals, what is missing there shows where the sheets name the proposal
        var own = positions.get(source);
        var known = own == null && source == Source.PROPOSALS ? positions.get(Source.SHEETS) : own;
        var located = known == null ? refusal : refusal.located(known);
        var file = names.getOrDefault(source, names.getOrDefault(Source.SHEETS, names.getOrDefault(Source.TRACE, "")));
        return words.say(
                "command.refused",
                file,
                Math.max(1, located.line()),
                Math.max(1, located.column()),
                located.message(Locale.JAPANESE));
    }

    private static int difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return (int) one.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    /** A file that is not there or may not be read. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable(String message) {
            super(message);
        }
    }

    /** What stands on the command line. */
    private record Options(
            String rule,
            String sheets,
            @Nullable String proposals,
            @Nullable String outcomes,
            @Nullable String replay,
            boolean json) {

        /** @return null when the arguments make no sense */
        static @Nullable Options of(String[] arguments) {
            var files = new ArrayList<String>();
            var named = new HashMap<String, String>();
            boolean json = false;
            for (int i = 0; i < arguments.length; i++) {
                var argument = arguments[i];
                if (argument.equals("--json")) {
                    json = true;
                } else if (List.of("--proposals", "--outcomes", "--replay").contains(argument)) {
                    if (++i == arguments.length || named.put(argument, arguments[i]) != null) {
                        return null;
                    }
                } else if (argument.startsWith("--")) {
                    return null;
                } else {
                    files.add(argument);
                }
            }
            var replay = named.get("--replay");
            if (replay == null ? files.size() != 2 : !files.isEmpty() || named.size() > 1) {
                return null;
            }
            return new Options(
                    replay == null ? files.get(0) : "",
                    replay == null ? files.get(1) : "",
                    named.get("--proposals"),
                    named.get("--outcomes"),
                    replay,
                    json);
        }
    }
}
