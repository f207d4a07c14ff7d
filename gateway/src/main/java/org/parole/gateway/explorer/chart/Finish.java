package org.parole.gateway.explorer.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes of the library's SVG one that is the same each time, needs no style element, can be read by those who do not see it, and whose points
 * lead to their evidence.
 */
final class Finish {

    // Colours that no theme has: 0xfe0000 and up, one for each point.
    private static final int MARKS = 0xfe0000;
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d{2,}(E-?\\d+)?");
    private static final Map<String, String[]> TEXTS = Map.of("plot-title", new String[]{"20", "700", "ink"},
            "plot-subtitle", new String[]{"14", "400", "muted"}, "plot-caption", new String[]{"11", "400", "muted"},
            "axis-text-x", new String[]{"12", "400", "muted"}, "axis-text-y", new String[]{"12", "400", "muted"});

    private final Chart chart;
    private final int width;
    private final int height;
    private final int margin;
    private final Theme theme;
    private final String prefix;
    private final List<Target> targets = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names;
    private final StringBuilder out = new StringBuilder(16_384);

    private record Target(String link, String words, String colour) {
    }

    Finish(Chart chart, int width, int height, Theme theme, int margin, String prefix) {
        this.margin = margin;
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.prefix = prefix;
        this.names = theme.names();
        chart.lines().forEach(line -> line.points()
                .forEach(point -> targets.add(new Target(point.link(), point.words(), theme.side(line.side())))));
        chart.marks().forEach(mark -> targets.add(new Target(mark.link(), mark.words(), theme.conflict)));
    }

    /** The colour that stands for a point until it is finished. */
    static String mark(int number) {
        return String.format(Locale.ROOT, "#%06x", MARKS + number);
    }

    String apply(String raw) {
        String id = prefix == null ? "chart" : prefix;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"").append(-margin).append(' ').append(-margin)
                .append(' ')
                .append(width).append(' ').append(height)
                .append("\" width=\"").append(width).append("\" height=\"").append(height)
                .append("\" role=\"").append(prefix == null ? "img" : "group").append("\" aria-labelledby=\"")
                .append(id).append("-title ").append(id)
                .append("-desc\" class=\"chart\" font-family=\"Inter,'Segoe UI',")
                .append("Roboto,'Helvetica Neue',Arial,sans-serif\">");
        element("title", id + "-title", chart.title());
        element("desc", id + "-desc", chart.subtitle() + " " + chart.source());
        if (margin > 0) {
            out.append("<rect x=\"").append(-margin).append("\" y=\"").append(-margin)
                    .append("\" width=\"100%\" height=\"100%\"");
            StringBuilder classes = new StringBuilder();
            colour("fill", theme.paper, classes);
            out.append(classes.length() == 0 ? "" : " class=\"" + classes.toString().strip() + '"').append("></rect>");
        }
        children(parse(raw));
        return out.append("</svg>").toString();
    }

    private void element(String name, String id, String text) {
        out.append('<').append(name).append(" id=\"").append(id).append("\">").append(escaped(text)).append("</")
                .append(name).append('>');
    }

    private static Element parse(String raw) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(raw))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The library's SVG is always XML", e);
        }
    }

    private void children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && !element.getTagName().equals("style") && !isInvisible(element)) {
                write(element);
            } else if (node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank()) {
                out.append(escaped(node.getTextContent().strip()));
            }
        }
    }

    /** Lines without a width, which some programs draw all the same. */
    private static boolean isInvisible(Element element) {
        String width = element.getAttribute("stroke-width");
        return (width.equals("0") || width.equals("0.0"))
                && (element.getAttribute("fill").equals("none") || element.getAttribute("fill-opacity").equals("0.0"));
    }

    private void write(Element element) {
        Target target = target(element);
        if (target == null) {
            tag(element, null);
            return;
        }
        if (prefix != null) {
            out.append("<a href=\"").append(escaped(target.link())).append("\" class=\"point\" aria-label=\"")
                    .append(escaped(target.words())).append("\">");
        }
        tag(element, target);
        if (prefix != null) {
            out.append("</a>");
        }
    }

    /** Which point an element is; null for one that is none. */
    private Target target(Element element) {
        String fill = hex(element.getAttribute("fill"));
        if (fill.startsWith("#fe")) {
            int number = Integer.parseInt(fill.substring(1), 16) - MARKS;
            return number >= 0 && number < targets.size() ? targets.get(number) : null;
        }
        return null;
    }

    private void tag(Element element, Target target) {
        String name = element.getTagName();
        out.append('<').append(name);
        StringBuilder classes = new StringBuilder();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute((Attr) attributes.item(i), target, classes);
        }
        String[] look = TEXTS.get(element.getAttribute("class"));
        if (look != null) {
            colour("fill", look[2].equals("ink") ? theme.ink : theme.muted, classes);
            out.append(" font-size=\"").append(look[0]).append("\" font-weight=\"").append(look[1]).append('"');
        }
        if (classes.length() > 0) {
            out.append(" class=\"").append(classes.toString().strip()).append('"');
        }
        out.append('>');
        if (target != null) {
            out.append("<title>").append(escaped(target.words())).append("</title>");
        }
        children(element);
        out.append("</").append(name).append('>');
    }

    private void attribute(Attr attribute, Target target, StringBuilder classes) {
        String name = attribute.getName();
        String value = attribute.getValue();
        switch (name) {
            case "class", "clip-bounds-jfx" -> {
                // One is the library's own style, the other for another program.
            }
            case "style" -> style(value, classes);
            case "fill" -> colour(name, target != null ? target.colour() : hex(value), classes);
            case "stroke" -> colour(name, hex(value), classes);
            case "id" -> put(name, id(value));
            case "clip-path" -> put(name, "url(#" + id(value.substring(5, value.length() - 1)) + ')');
            default -> put(name, rounded(value));
        }
    }

    /** What the library writes as a style of an element, as attributes: a strict policy allows no styles. */
    private void style(String style, StringBuilder classes) {
        for (String part : style.split(";")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                String name = part.substring(0, colon).strip();
                String value = part.substring(colon + 1).strip();
                if (name.equals("fill") || name.equals("stroke")) {
                    colour(name, hex(value), classes);
                } else if (name.startsWith("font-size") || name.equals("font-weight") || name.equals("text-anchor")) {
                    put(name, value.replace("px", ""));
                }
            }
        }
    }

    private void colour(String attribute, String colour, StringBuilder classes) {
        put(attribute, colour);
        String name = names.get(colour);
        if (name != null && prefix != null) {
            classes.append(attribute.charAt(0)).append('-').append(name).append(' ');
        }
    }

    private void put(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private String id(String id) {
        return ids.computeIfAbsent(id, unknown -> (prefix == null ? "c" : prefix + "-c") + ids.size());
    }

    private static String rounded(String value) {
        Matcher matcher = NUMBER.matcher(value);
        return matcher.find()
                ? matcher.replaceAll(found -> {
                    // A formatter would take a quarter of the whole drawing's time.
                    long tenths = Math.round(Double.parseDouble(found.group()) * 10);
                    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
                })
                : value;
    }

    private static String hex(String colour) {
        Matcher matcher = RGB.matcher(colour);
        return matcher.matches()
                ? String.format(Locale.ROOT, "#%02x%02x%02x", Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)))
                : colour;
    }

    private static String escaped(String text) {
        StringBuilder all = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> all.append("&amp;");
                case '<' -> all.append("&lt;");
                case '>' -> all.append("&gt;");
                case '"' -> all.append("&quot;");
                default -> {
                    // What XML cannot have at all.
                    if (c >= 0x20 || c == '\n' || c == '\t') {
                        all.appendCodePoint(c);
                    }
                }
            }
        });
        return all.toString();
    }
}
