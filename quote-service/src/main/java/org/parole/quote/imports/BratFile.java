package org.parole.quote.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an .ann file of brat: text-bound annotations, attributes, relations, events, normalisations and equivalences. */
final class BratFile {

    private static final Pattern MENTION = Pattern
            .compile("(T\\S+)\t(\\S+) (\\d{1,9} \\d{1,9}(?:;\\d{1,9} \\d{1,9})*)(?:\t(.*))?");
    private static final Pattern ATTRIBUTE = Pattern.compile("([AM]\\S+)\t(\\S+) (\\S+)(?: (.+))?");
    private static final Pattern RELATION = Pattern.compile("(R\\S+)\t(\\S+) \\S+?:(\\S+) \\S+?:(\\S+)\\s*");
    private static final Pattern EVENT = Pattern.compile("(E\\S+)\t(\\S+?):(\\S+)((?: \\S+?:\\S+)*)\\s*");
    private static final Pattern NORMALISATION = Pattern.compile("(N\\S+)\t\\S+ (\\S+) ([^:\\s]+):(\\S+)(?:\t(.*))?");
    private static final Pattern EQUIVALENCE = Pattern.compile("\\*\t\\S+((?: \\S+)+)\\s*");

    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final List<Link> relations = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Item> items = new HashMap<>();
    private final List<List<String>> equivalences = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private long notes;

    /** A text-bound annotation; {@code words} are those that the line has. */
    record Mention(int line, String raw, String id, String type, List<BratText.Span> spans, String words) {
    }

    /** A relation between two annotations. */
    record Link(int line, String raw, String type, String from, String to) {
    }

    /** An event: what it is told by, and its parts by their roles. */
    record Event(int line, String raw, String type, String id, String trigger, List<Map.Entry<String, String>> parts) {
    }

    /** What an annotation stands for in a data base outside. */
    record Item(String base, String id, String name) {
    }

    /** A line that cannot be taken. */
    record Defect(int line, String raw, String reason) {
    }

    /** Reads the lines; those that are none of brat's become defects. */
    static BratFile of(byte[] bytes) {
        var file = new BratFile();
        int start = 0;
        int number = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            file.line(++number, Arrays.copyOfRange(bytes, start, end));
            start = end + 1;
        }
        return file;
    }

    private void line(int number, byte[] bytes) {
        String line;
        try {
            line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            defects.add(new Defect(number, new String(bytes, StandardCharsets.UTF_8), "must be UTF-8"));
            return;
        }
        line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        line = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (line.isBlank()) {
            return;
        }
        String reason = switch (line.charAt(0)) {
            case 'T' -> mention(number, line);
            case 'A', 'M' -> attribute(line);
            case 'R' -> relation(number, line);
            case 'E' -> event(number, line);
            case 'N' -> normalisation(line);
            case '*' -> equivalence(line);
            case '#' -> note();
            default -> "must begin with T, A, M, R, E, N, * or #";
        };
        if (reason != null) {
            defects.add(new Defect(number, line, reason));
        }
    }

    private String mention(int number, String line) {
        Matcher found = MENTION.matcher(line);
        if (!found.matches()) {
            return "must be an id, a tab, a type with offsets such as 'Quote 10 25', a tab and the words";
        }
        if (mentions.containsKey(found.group(1))) {
            return "has the id of line " + mentions.get(found.group(1)).line();
        }
        List<BratText.Span> spans = new ArrayList<>();
        for (String part : found.group(3).split(";")) {
            String[] offsets = part.split(" ");
            var span = new BratText.Span(Integer.parseInt(offsets[0]), Integer.parseInt(offsets[1]));
            if (span.end() <= span.start()) {
                return "has an end that is not behind its start: " + part;
            }
            spans.add(span);
        }
        mentions.put(found.group(1), new Mention(number, line, found.group(1), found.group(2), spans,
                found.group(4) == null ? "" : found.group(4)));
        return null;
    }

    private String attribute(String line) {
        Matcher found = ATTRIBUTE.matcher(line);
        if (!found.matches()) {
            return "must be an id, a tab, and a name with the annotation that has it, such as 'QuoteType T1 Direct'";
        }
        attributes.computeIfAbsent(found.group(3), id -> new LinkedHashMap<>()).put(found.group(2),
                found.group(4) == null ? "" : found.group(4).strip());
        return null;
    }

    private String relation(int number, String line) {
        Matcher found = RELATION.matcher(line);
        if (!found.matches()) {
            return "must be an id, a tab, and a relation of two, such as 'Speaker Arg1:T1 Arg2:T2'";
        }
        relations.add(new Link(number, line, found.group(2), found.group(3), found.group(4)));
        return null;
    }

    private String event(int number, String line) {
        Matcher found = EVENT.matcher(line);
        if (!found.matches()) {
            return "must be an id, a tab, and an event with its parts, such as 'Attribution:T3 Source:T1 Content:T2'";
        }
        List<Map.Entry<String, String>> parts = new ArrayList<>();
        for (String part : found.group(4).strip().split(" ")) {
            if (!part.isEmpty()) {
                parts.add(Map.entry(part.substring(0, part.indexOf(':')), part.substring(part.indexOf(':') + 1)));
            }
        }
        events.add(new Event(number, line, found.group(2), found.group(1), found.group(3), parts));
        return null;
    }

    private String normalisation(String line) {
        Matcher found = NORMALISATION.matcher(line);
        if (!found.matches()) {
            return "must be an id, a tab, and a reference such as 'Reference T1 Wikidata:Q42'";
        }
        items.put(found.group(2), new Item(found.group(3), found.group(4), found.group(5)));
        return null;
    }

    private String equivalence(String line) {
        Matcher found = EQUIVALENCE.matcher(line);
        if (!found.matches()) {
            return "must be *, a tab, and annotations that are one, such as 'Equiv T1 T2'";
        }
        equivalences.add(List.of(found.group(1).strip().split(" +")));
        return null;
    }

    private String note() {
        notes++;
        return null;
    }

    Map<String, Mention> mentions() {
        return mentions;
    }

    Map<String, String> attributesOf(String id) {
        return attributes.getOrDefault(id, Map.of());
    }

    Map<String, Map<String, String>> attributes() {
        return attributes;
    }

    List<Link> relations() {
        return relations;
    }

    List<Event> events() {
        return events;
    }

    Item itemOf(String id) {
        return items.get(id);
    }

    List<List<String>> equivalences() {
        return equivalences;
    }

    List<Defect> defects() {
        return defects;
    }

    long notes() {
        return notes;
    }
}
