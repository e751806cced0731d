package app.tomoni.process.gate;

import app.tomoni.form.FormDefinition;
import app.tomoni.form.UnreadableForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a model may say: bytes in, findings out, without an engine and without running anything in the file. */
public final class ProcessContract {

    /** Over how many ids a model may repeat something. */
    public static final int LONGEST_LIST = 1_000;

    private final Vocabulary vocabulary;

    public ProcessContract(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Checks files of one release by name, where what they name may also stand in the files beside them. */
    public List<Finding> check(Map<String, byte[]> files, Map<String, byte[]> beside) {
        var all = new TreeMap<>(beside);
        all.putAll(files);
        return check(all).stream()
                .filter(finding -> files.containsKey(finding.file()))
                .toList();
    }

    /** Checks files that are released together; what one names must be among them. Keys are file names. */
    public List<Finding> check(Map<String, byte[]> files) {
        var found = new ArrayList<Finding>();
        var processes = new TreeMap<String, Tag>();
        var collectors = new TreeMap<String, Findings>();
        var forGroups = new HashSet<String>();
        files.forEach((path, bytes) -> {
            var name = path.substring(path.lastIndexOf('/') + 1);
            var findings = new Findings(path);
            collectors.put(path, findings);
            if (name.endsWith(".bpmn")) {
                var root = new Xml().read(bytes, Namespaces.BPMN, findings);
                if (root != null) {
                    processes.put(path, root);
                }
            } else if (name.endsWith(".dmn")) {
                var root = new Xml().read(bytes, Namespaces.DMN, findings);
                if (root != null) {
                    new DmnRules(findings).check(stem(name), root);
                }
            } else if (name.endsWith(".form")) {
                var rules = new FormRules(findings);
                rules.check(stem(name), bytes);
                if (rules.isForGroup()) {
                    forGroups.add(camelCase(stem(name)));
                }
                checkReadable(bytes, findings);
            } else {
                findings.add("-", "file-type");
            }
        });
        var forms = files.keySet().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(".form"))
                .map(name -> camelCase(stem(name)))
                .collect(Collectors.toUnmodifiableSet());
        var calls = new CallGraph(processes.values());
        processes.forEach((path, root) -> new BpmnRules(vocabulary, forms, forGroups, calls, findings(collectors, path))
                .check(stem(path.substring(path.lastIndexOf('/') + 1)), root));
        collectors.values().forEach(findings -> found.addAll(findings.all()));
        return List.copyOf(found);
    }

    /** What passes here has to open later: whoever renders the form says whether it can be read. */
    private static void checkReadable(byte[] form, Findings findings) {
        if (!findings.all().isEmpty()) {
            return;
        }
        try {
            FormDefinition.parse(form);
        } catch (UnreadableForm unreadable) {
            unreadable.findings().forEach(findings::add);
        }
    }

    private static Findings findings(Map<String, Findings> collectors, String path) {
        return collectors.computeIfAbsent(path, Findings::new);
    }

    private static String stem(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    /** {@code citizen-proposal} becomes {@code citizenProposal}. */
    static String camelCase(String stem) {
        var camel = new StringBuilder();
        for (var part : stem.split("-")) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
