package app.tomoni.call;

import app.tomoni.document.FileId;
import app.tomoni.document.StoredFile;
import app.tomoni.shared.Ids;
import app.tomoni.shared.Json;
import app.tomoni.shared.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A guideline while it is being written: every value as it was typed, complete or not, so that nothing is lost.
 *
 * <p>Places are JSON pointers. A template, last year's call and this year's draft have the same form.
 */
public final class Draft {

    private static final int LONGEST_VALUE = 20_000;
    private static final int MOST_CRITERIA = 20;
    private static final int MOST_STEPS = 20;
    private static final Pattern WITHIN = Pattern.compile("/(?:criteria|files)/\\d+/");

    private final ObjectNode root;

    private Draft(ObjectNode root) {
        this.root = root;
    }

    static Draft parse(String json) {
        return new Draft((ObjectNode) Json.parse(json));
    }

    String json() {
        return Json.write(root);
    }

    /** What was typed at this place; empty when nothing was. */
    public String text(String place) {
        var node = root.at(JsonPointer.compile(place));
        return node.isString() ? node.stringValue() : "";
    }

    /** What was chosen at this place, where several may be. */
    public List<String> chosen(String place) {
        return chosenIn(text(place));
    }

    /** What {@link #choice} kept. */
    public static List<String> chosenIn(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** How several that were chosen are kept. */
    public static String choice(Collection<String> chosen) {
        return String.join(",", chosen);
    }

    /** The id of the criterion or file that a place lies in, which stays while others come and go; empty outside of them. */
    public String within(String place) {
        var within = WITHIN.matcher(place);
        return within.lookingAt() ? text(within.group() + "id") : "";
    }

    /** How many entries the list at this place has. */
    public int size(String place) {
        return root.at(JsonPointer.compile(place)) instanceof ArrayNode list ? list.size() : 0;
    }

    /** What all criteria bring together, as far as their points can be read. */
    public long points() {
        return entries("/criteria").stream()
                .mapToLong(place -> Typed.whole(text(place + "/max")).orElse(0))
                .sum();
    }

    /** The places of the entries of a list: {@code /criteria/0}, {@code /criteria/1} … */
    public List<String> entries(String list) {
        var places = new ArrayList<String>();
        for (var i = 0; i < size(list); i++) {
            places.add(list + "/" + i);
        }
        return places;
    }

    /** The files that go with the guideline, in the order in which they were added. */
    public List<CallFile> files() {
        return StreamSupport.stream(root.path("files").spliterator(), false)
                .map(CallFile::of)
                .toList();
    }

    public Optional<CallFile> file(FileId id) {
        return files().stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** @throws Refusal when there are as many as there may be */
    void addFile(StoredFile file) {
        var files = list("/files");
        if (files.size() >= CallFile.MOST) {
            throw new Refusal("call.files.many", file.name(), CallFile.MOST);
        }
        for (var there : files()) {
            if (there.sha256().equals(file.sha256())) {
                throw new Refusal("form.files.same", file.name(), there.name());
            }
        }
        files.add(CallFile.json(file));
    }

    void removeFile(CallFile file) {
        list("/files").remove(files().indexOf(file));
    }

    /** Marks all files as those of the call that this draft was copied from. */
    void takeFilesOver() {
        root.path("files").forEach(file -> ((ObjectNode) file).put("takenOver", true));
    }

    void put(String place, String typed) {
        if (typed.length() > LONGEST_VALUE) {
            throw new Refusal("call.draft.huge", LONGEST_VALUE, typed.length());
        }
        var pointer = JsonPointer.compile(place);
        var parent = root.at(pointer.head());
        if (!(parent instanceof ObjectNode object)) {
            throw new Refusal("call.draft.gone");
        }
        object.put(pointer.last().getMatchingProperty(), typed);
    }

    /** Adds an empty criterion with a scale of five levels. */
    void addCriterion() {
        var criteria = list("/criteria");
        limit(criteria, MOST_CRITERIA);
        var criterion = criteria.addObject();
        criterion.put("id", "c" + Ids.next().toString().replace("-", ""));
        criterion
                .put("name", "")
                .put("question", "")
                .put("scale", Scale.LEVELS.name())
                .put("max", "")
                .put("comment", CommentRule.NEVER.name())
                .put("evidence", "");
        var levels = criterion.putArray("levels");
        for (var score = 5; score >= 1; score--) {
            levels.addObject()
                    .put("score", String.valueOf(score))
                    .put("points", "")
                    .put("text", "");
        }
        criterion.putArray("bands");
    }

    /** Adds an empty level below the last, or an empty band. */
    void addStep(String list) {
        var steps = list(list);
        limit(steps, MOST_STEPS);
        if (list.endsWith("/levels")) {
            steps.addObject().put("score", "").put("points", "").put("text", "");
        } else {
            steps.addObject().put("from", "").put("to", "").put("text", "");
        }
    }

    /** Adds what separates equal totals next. */
    void addTie(String by) {
        var ties = list("/ranking/ties");
        limit(ties, MOST_STEPS);
        ties.addObject().put("by", by).put("criterion", "");
    }

    /**
     * Takes an entry out of its list.
     *
     * @param seen what was seen of the entry: texts by their places within it
     * @throws Refusal when something else stands there by now
     */
    void remove(String place, Map<String, String> seen) {
        entryList(place, seen).remove(index(place));
    }

    /**
     * Moves an entry one place up or down in its list; at the end of the list it stays.
     *
     * @param seen what was seen of the entry: texts by their places within it
     * @throws Refusal when something else stands there by now
     */
    void move(String place, boolean up, Map<String, String> seen) {
        var list = entryList(place, seen);
        var at = index(place);
        var to = up ? at - 1 : at + 1;
        if (to >= 0 && to < list.size()) {
            JsonNode moved = list.remove(at);
            list.insert(to, moved);
        }
    }

    private ArrayNode entryList(String place, Map<String, String> seen) {
        var at = index(place);
        if (!(root.at(JsonPointer.compile(place).head()) instanceof ArrayNode list)
                || at < 0
                || at >= list.size()
                || seen.entrySet().stream()
                        .anyMatch(part -> !text(place + part.getKey()).equals(part.getValue()))) {
            throw new Refusal("call.draft.gone");
        }
        return list;
    }

    private static int index(String place) {
        return JsonPointer.compile(place).last().getMatchingIndex();
    }

    private ArrayNode list(String place) {
        if (root.at(JsonPointer.compile(place)) instanceof ArrayNode list) {
            return list;
        }
        var pointer = JsonPointer.compile(place);
        if (root.at(pointer.head()) instanceof ObjectNode parent) {
            return parent.putArray(pointer.last().getMatchingProperty());
        }
        throw new Refusal("call.draft.gone");
    }

    private static void limit(ArrayNode list, int most) {
        if (list.size() >= most) {
            throw new Refusal("call.draft.many", most);
        }
    }
}
