package app.tomoni.process.gate;

import java.util.Map;
import java.util.Set;

/** The namespaces a model may use; everything else is refused, also the old alias of {@code camunda:}. */
final class Namespaces {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";

    /** Short names; the models' own namespaces have none. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("", ""),
            Map.entry(BPMN, ""),
            Map.entry(DMN, ""),
            Map.entry(CAMUNDA + "bpmn", "camunda:"),
            Map.entry(CAMUNDA + "dmn", "camunda:"),
            Map.entry("http://camunda.org/schema/modeler/1.0", "modeler:"),
            Map.entry("http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi:"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DC", "dc:"),
            Map.entry("http://www.omg.org/spec/DD/20100524/DI", "di:"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dc:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "di:"),
            Map.entry("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/2.0", "biodi:"),
            Map.entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color:"),
            Map.entry("http://www.w3.org/2001/XMLSchema-instance", "xsi:"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "xml:"));

    private Namespaces() {}

    /** Whether a model of this kind may use it: of the other kind's namespaces the engine would read another file than we. */
    static boolean known(String namespace, String model) {
        var others = model.equals(BPMN) ? Set.of(DMN, CAMUNDA + "dmn") : Set.of(BPMN, CAMUNDA + "bpmn");
        return SHORT.containsKey(namespace) && !others.contains(namespace);
    }

    static String shortName(String namespace) {
        return SHORT.getOrDefault(namespace, "unknown:");
    }
}
