package app.tomoni.process.gate;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a model's bytes into tags: UTF-8 only, no DTD, no entities, no instructions, bounded in every direction. */
final class Xml {

    static final int MOST_BYTES = 1_000_000;
    private static final int MOST_TAGS = 20_000;
    private static final int MOST_DEPTH = 40;
    private static final int MOST_TEXT = 4_000;
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    Xml() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("no entities");
        });
    }

    /** The root, or null when the file cannot be read safely, which is then among the findings. */
    @Nullable
    Tag read(byte[] bytes, String model, Findings findings) {
        var text = text(bytes, findings);
        if (text == null) {
            return null;
        }
        try {
            var reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                return tags(reader, model, findings);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException unreadable) {
            var location = unreadable.getLocation();
            findings.add("-", Finding.UNREADABLE, location == null ? 0 : location.getLineNumber());
            return null;
        }
    }

    /** The file as text, when it is UTF-8 and says nothing else of itself. */
    static @Nullable String text(byte[] bytes, Findings findings) {
        if (bytes.length > MOST_BYTES) {
            findings.add("-", "too-large", MOST_BYTES / 1000);
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            findings.add("-", Finding.NOT_UTF8);
            return null;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            findings.add("-", Finding.EMPTY);
            return null;
        }
        var declared = ENCODING.matcher(text);
        if (text.indexOf('\0') >= 0 || (declared.find() && !declared.group(1).equalsIgnoreCase("utf-8"))) {
            findings.add("-", Finding.NOT_UTF8);
            return null;
        }
        return text;
    }

    private static @Nullable Tag tags(XMLStreamReader reader, String model, Findings findings)
            throws XMLStreamException {
        Tag root = null;
        Tag current = null;
        int count = 0;
        int depth = 0;
        int length = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MOST_TAGS || ++depth > MOST_DEPTH) {
                        findings.add("-", "too-deep", MOST_TAGS, MOST_DEPTH);
                        return null;
                    }
                    current = tag(reader, current, model, findings);
                    root = root == null ? current : root;
                    length = 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    length = 0;
                    current = current == null ? null : current.parent();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    length += reader.getTextLength();
                    if (length > MOST_TEXT && !reader.isWhiteSpace()) {
                        findings.add(current == null ? "-" : current.nearestId(), "text-too-long", MOST_TEXT);
                        return null;
                    }
                    if (current != null) {
                        current.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    findings.add("-", "doctype");
                    return null;
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    findings.add("-", "instruction");
                    return null;
                }
                default -> {
                    // comments and the end of the document carry nothing
                }
            }
        }
        return root;
    }

    private static Tag tag(XMLStreamReader reader, @Nullable Tag parent, String model, Findings findings) {
        var namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        var tag = new Tag(Namespaces.shortName(namespace) + reader.getLocalName(), parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var of = reader.getAttributeNamespace(i) == null ? "" : reader.getAttributeNamespace(i);
            var value = reader.getAttributeValue(i);
            if (value.length() > MOST_TEXT) {
                findings.add(tag, "text-too-long", MOST_TEXT);
                value = "";
            }
            // An attribute of the model's own namespace written with its prefix is another name for the engine.
            var name = of.equals(Namespaces.BPMN) || of.equals(Namespaces.DMN)
                    ? "model:" + reader.getAttributeLocalName(i)
                    : Namespaces.shortName(of) + reader.getAttributeLocalName(i);
            if (!tag.put(name, value)) {
                findings.add(tag, "attribute-twice", name);
            }
            if (!Namespaces.known(of, model)) {
                findings.add(tag, "namespace", of);
            }
        }
        if (namespace.isEmpty() || !Namespaces.known(namespace, model)) {
            findings.add(tag, "namespace", namespace);
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var declared = reader.getNamespaceURI(i);
            if (declared != null
                    && !Namespaces.known(declared, model)
                    && !declared.equals("http://www.w3.org/2001/XMLSchema")) {
                findings.add(tag, "namespace", declared);
            }
        }
        return tag;
    }
}
