package app.tomoni.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Draws a process as its designer laid it out: a picture (SVG without style or script) of the deployed drawing.
 *
 * <p>Steps of the group are tinted grape and those of the city water, each with its shape; nothing is drawn that the
 * drawing does not hold.
 */
final class ProcessPicture {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** After a particle, and where a word begins in other letters; a polite お or ご belongs to what follows. */
    private static final Pattern PHRASE_END =
            Pattern.compile("(?<=[をはがにで・])|(?<=[\\p{IsHiragana}&&[^おご]])(?=[^\\p{IsHiragana}])");

    private static final Set<String> COMMITTEE = Set.of("chair", "reviewer");
    private static final int CHARACTERS_A_LINE = 8;
    private static final int CHARACTERS_A_FLOW = 7;
    private static final int MARGIN = 24;
    /** In the room of a public page its letters, of fourteen pixels, still have twelve. */
    private static final int WIDEST = 1_170;

    /** What a step of the picture is called, and whose it is: a key of the page's texts. */
    record Step(String name, String whose) {}

    /**
     * @param steps as they stand in the picture, from left to right
     * @param wide whether its words could not be read where the whole of it fits on a screen
     */
    record Drawn(String svg, List<Step> steps, boolean wide) {}

    private record Placed(Box box, Step step) {}

    private record Box(double x, double y, double width, double height) {
        double middle() {
            return x + width / 2;
        }
    }

    private final Map<String, Element> elements = new HashMap<>();
    private final StringBuilder drawn = new StringBuilder();
    private final List<Placed> steps = new ArrayList<>();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right;
    private double bottom;

    private ProcessPicture() {}

    /** @throws IllegalArgumentException when the bytes are no drawing */
    static Drawn of(byte[] bpmn) {
        var picture = new ProcessPicture();
        var svg = picture.draw(parse(bpmn));
        return new Drawn(
                svg,
                picture.steps.stream()
                        .sorted(Comparator.<Placed>comparingDouble(
                                        placed -> placed.box().x())
                                .thenComparing(placed -> placed.box().y()))
                        .map(Placed::step)
                        .toList(),
                picture.right - picture.left > WIDEST);
    }

    private static Document parse(byte[] bpmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bpmn));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String draw(Document document) {
        var all = document.getElementsByTagNameNS(BPMN, "*");
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            elements.put(element.getAttribute("id"), element);
        }
        each(document, BPMNDI, "BPMNEdge").forEach(this::flow);
        each(document, BPMNDI, "BPMNShape").forEach(this::shape);
        var title = each(document, BPMN, "process").getFirst().getAttribute("name");
        var width = (int) (right - left) + 2 * MARGIN;
        var height = (int) (bottom - top) + 2 * MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%d %d %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\" font-family=\"Noto Sans JP, sans-serif\" font-size=\"14\" fill=\"#2B2A38\">"
                        .formatted(
                                (int) left - MARGIN, (int) top - MARGIN, width, height, width, height, escaped(title))
                + "<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 10 5 0 10z\" fill=\"#55505C\"/></marker></defs>"
                + drawn
                + "</svg>\n";
    }

    private static List<Element> each(Document document, String namespace, String name) {
        var nodes = document.getElementsByTagNameNS(namespace, name);
        var found = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        var nodes = parent.getElementsByTagNameNS(namespace, name);
        var found = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private void flow(Element edge) {
        var points = new StringBuilder();
        for (var waypoint : children(edge, DI, "waypoint")) {
            var x = Double.parseDouble(waypoint.getAttribute("x"));
            var y = Double.parseDouble(waypoint.getAttribute("y"));
            reach(x, y);
            points.append(number(x)).append(',').append(number(y)).append(' ');
        }
        drawn.append(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#55505C\" stroke-width=\"1.5\" marker-end=\"url(#tip)\"/>"
                        .formatted(points.toString().strip()));
        var flow = elements.get(edge.getAttribute("bpmnElement"));
        var bounds = children(edge, DC, "Bounds");
        if (flow != null && !flow.getAttribute("name").isEmpty() && !bounds.isEmpty()) {
            var box = box(bounds.getFirst());
            var name = flow.getAttribute("name");
            var length = name.length();
            var most = Math.ceilDiv(length, Math.ceilDiv(length, CHARACTERS_A_FLOW));
            label(name, box.middle(), box.y() + 12 - (lines(name, most).size() - 1) * 18.0, most);
        }
    }

    private void shape(Element shape) {
        var element = elements.get(shape.getAttribute("bpmnElement"));
        if (element == null) {
            return;
        }
        var box = box(children(shape, DC, "Bounds").getFirst());
        reach(box.x(), box.y());
        reach(box.x() + box.width(), box.y() + box.height());
        var name = element.getAttribute("name");
        switch (element.getLocalName()) {
            case "startEvent", "endEvent", "intermediateCatchEvent", "boundaryEvent" -> {
                event(element, box);
                var label = children(shape, BPMNDI, "BPMNLabel").stream()
                        .flatMap(found -> children(found, DC, "Bounds").stream())
                        .map(ProcessPicture::box)
                        .findFirst()
                        .orElse(new Box(box.middle() - 50, box.y() + box.height() + 4, 100, 27));
                label(name, label.middle(), label.y() + 13, CHARACTERS_A_LINE);
            }
            case "exclusiveGateway", "eventBasedGateway", "parallelGateway", "inclusiveGateway" -> gateway(box);
            case "subProcess" -> {
                drawn.append(
                        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"none\" stroke=\"#857C72\" stroke-dasharray=\"4 4\"/>"
                                .formatted(
                                        number(box.x()), number(box.y()), number(box.width()), number(box.height())));
                text(name, box.middle(), box.y() + 20, 20);
            }
            default -> task(element, box, name);
        }
    }

    private void event(Element element, Box box) {
        var end = element.getLocalName().equals("endEvent");
        drawn.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#FFFFFF\" stroke=\"#2F3058\" stroke-width=\"%s\"/>"
                .formatted(
                        number(box.middle()),
                        number(box.y() + box.height() / 2),
                        number(box.width() / 2),
                        end ? "4" : "2"));
        if (!element.getLocalName().equals("startEvent") && !end) {
            drawn.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" stroke=\"#2F3058\"/>"
                    .formatted(number(box.middle()), number(box.y() + box.height() / 2), number(box.width() / 2 - 4)));
        }
    }

    private void gateway(Box box) {
        var middle = box.y() + box.height() / 2;
        drawn.append("<path d=\"M%s %sL%s %sL%s %sL%s %sZ\" fill=\"#FFF6DF\" stroke=\"#2F3058\" stroke-width=\"1.5\"/>"
                .formatted(
                        number(box.middle()),
                        number(box.y()),
                        number(box.x() + box.width()),
                        number(middle),
                        number(box.middle()),
                        number(box.y() + box.height()),
                        number(box.x()),
                        number(middle)));
    }

    private void task(Element element, Box box, String name) {
        var whose = whose(element);
        steps.add(new Placed(box, new Step(name, whose)));
        var colours = switch (whose) {
            case "group" -> new String[] {"#F8EEF5", "#85396F"};
            case "committee" -> new String[] {"#EDEDF6", "#2F3058"};
            case "city" -> new String[] {"#E7F3F1", "#0F5F5C"};
            default -> new String[] {"#F3EDE4", "#857C72"};
        };
        drawn.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()),
                                colours[0],
                                colours[1]));
        var lines = lines(name, CHARACTERS_A_LINE - 1).size();
        text(name, box.middle(), box.y() + box.height() / 2 + 5 - (lines - 1) * 9.0, CHARACTERS_A_LINE - 1);
    }

    private static String whose(Element element) {
        var office = element.getAttributeNS(CAMUNDA, "candidateGroups");
        if (element.getLocalName().equals("serviceTask")) {
            return "system";
        }
        if (office.startsWith("group")) {
            return "group";
        }
        return office.isEmpty() || COMMITTEE.contains(office) ? "committee" : "city";
    }

    /** Lines of at most so many characters, which end where a phrase ends as long as phrases are no longer than a line. */
    static List<String> lines(String text, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var phrase : PHRASE_END.split(text)) {
            if (!line.isEmpty() && line.length() + phrase.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(phrase);
            while (line.length() > most) {
                lines.add(line.substring(0, most));
                line.delete(0, most);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** With a rim of the page's colour, for it may lie on a line. */
    private void label(String text, double x, double y, int charactersALine) {
        text(text, x, y, charactersALine, " stroke=\"#FFFFFF\" stroke-width=\"4\" paint-order=\"stroke\"");
    }

    private void text(String text, double x, double y, int charactersALine) {
        text(text, x, y, charactersALine, "");
    }

    private void text(String text, double x, double y, int charactersALine, String halo) {
        var line = 0;
        for (var part : lines(text, charactersALine)) {
            var at = y + line++ * 18;
            reach(x - part.length() * 7.0, at);
            reach(x + part.length() * 7.0, at);
            drawn.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\"%s>%s</text>"
                    .formatted(number(x), number(at), halo, escaped(part)));
        }
    }

    private void reach(double x, double y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    private static Box box(Element bounds) {
        return new Box(
                Double.parseDouble(bounds.getAttribute("x")),
                Double.parseDouble(bounds.getAttribute("y")),
                Double.parseDouble(bounds.getAttribute("width")),
                Double.parseDouble(bounds.getAttribute("height")));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
