package app.tomoni.process.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Small models that the gate lets pass, to be bent by the tests. */
public final class SampleModels {

    public static final String REQUEST = "tree-request.bpmn";
    public static final String OPINION = "tree-opinion.bpmn";
    public static final String CHECK_FORM = "checkRequest.form";
    public static final String OPINION_FORM = "writeOpinion.form";
    public static final String ELIGIBILITY = "eligibility.dmn";

    public static final Vocabulary VOCABULARY = new Vocabulary(
            Set.of("registerRequest", "remindApplicant"),
            Set.of("supplementRequest"),
            Set.of("secretariat", "group-editor", "reviewer", "approver"));

    private SampleModels() {}

    public static String text(String name) {
        try (var in = SampleModels.class.getResourceAsStream("/models/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : new String[] {REQUEST, OPINION, CHECK_FORM, OPINION_FORM, ELIGIBILITY}) {
            files.put(name, text(name).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
