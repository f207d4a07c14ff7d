package org.parole.gateway.explorer.feed;

import java.io.StringWriter;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds. */
final class Atom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String UNKNOWN = "1970-01-01T00:00:00Z";

    private Atom() {
    }

    /**
     * A feed.
     *
     * @param origin scheme and host by which readers come
     * @param path of the page that it is about
     * @param title what it is about
     * @param recorded when that was recorded, for a feed without entries
     */
    static String feed(String origin, String path, String title, String recorded, List<AtomEntry> entries) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            text(xml, "id", origin + path);
            text(xml, "title", title);
            text(xml, "updated", entries.stream().map(AtomEntry::updated).filter(java.util.Objects::nonNull)
                    .findFirst().orElse(recorded == null ? UNKNOWN : recorded));
            link(xml, "self", origin + path + "/feed.atom");
            link(xml, "alternate", origin + path);
            xml.writeStartElement("author");
            text(xml, "name", "Parole");
            xml.writeEndElement();
            for (AtomEntry entry : entries) {
                entry(xml, origin, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
        return out.toString();
    }

    private static void entry(XMLStreamWriter xml, String origin, AtomEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", entry.id());
        text(xml, "title", entry.title());
        text(xml, "updated", entry.updated() == null ? UNKNOWN : entry.updated());
        link(xml, "alternate", origin + entry.path());
        if (entry.text() != null) {
            text(xml, "summary", entry.text());
        }
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // What XML cannot have at all is left out; the rest is escaped.
        xml.writeCharacters(
                text == null ? "" : text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
        xml.writeEndElement();
    }
}
