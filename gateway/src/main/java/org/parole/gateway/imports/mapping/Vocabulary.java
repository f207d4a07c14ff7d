package org.parole.gateway.imports.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.parole.kit.text.Names;

/** The words that researchers use for columns and in cells, from the lists beside this class. */
final class Vocabulary {

    /** Fields by the headings that mean them. */
    private static final Map<String, List<String>> HEADINGS = new LinkedHashMap<>();
    /** Codes by field and word. */
    private static final Map<String, Map<String, String>> VALUES = new HashMap<>();
    /** The longest words first, as they are looked for within a cell. */
    private static final List<Map.Entry<String, String>> COMPARATORS = new ArrayList<>();
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        lines("headings.txt").forEach((field, words) -> HEADINGS.put(field, words.stream().map(Names::key).toList()));
        lines("values.txt").forEach((head, words) -> {
            String[] parts = head.split(" ", 2);
            String code = parts.length == 1 ? parts[0] : parts[1];
            for (String word : words) {
                if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
                    SIGNS.put(word, code);
                    continue;
                }
                VALUES.computeIfAbsent(parts[0], field -> new LinkedHashMap<>()).putIfAbsent(Names.key(word), code);
                if (parts[0].equals("comparator") && !word.matches("exact|none|n a|range|minimum|maximum|vague|over")) {
                    COMPARATORS.add(Map.entry(Names.key(word), code));
                }
            }
        });
        COMPARATORS.add(Map.entry("over", "OVER"));
        COMPARATORS.sort(Comparator.comparing((Map.Entry<String, String> entry) -> -entry.getKey().length()));
    }

    private Vocabulary() {
    }

    private static Map<String, List<String>> lines(String file) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream("/imports/" + file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    lines.put(line.substring(0, colon),
                            List.of(line.substring(colon + 1).strip().split("\\s*,\\s*")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The fields that a heading may mean, with how surely: 1 where it is the heading's own word, less where it is among its words. */
    static Map<String, Double> fieldsOf(String heading) {
        String key = Names.key(split(heading));
        Map<String, Double> fields = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> field : HEADINGS.entrySet()) {
            double best = 0;
            for (int i = 0; i < field.getValue().size(); i++) {
                String word = field.getValue().get(i);
                if (key.equals(word)) {
                    best = Math.max(best, 1);
                } else if (word.length() > 2 && (" " + key + " ").contains(" " + word + " ")) {
                    best = Math.max(best, 0.35 + 0.4 * word.length() / key.length());
                }
            }
            if (best > 0) {
                fields.put(field.getKey(), best);
            }
        }
        return fields;
    }

    /** 'dateOfRelease', 'DATE_OF_RELEASE' as words. */
    static String split(String heading) {
        return heading.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' ');
    }

    /** The code that a cell's words stand for in a field, or the code itself; empty where it stands for none. */
    static Optional<String> code(String field, String cell) {
        Map<String, String> words = VALUES.getOrDefault(field, Map.of());
        String code = words.get(Names.key(split(cell)));
        if (code == null && field.equals("comparator")) {
            code = SIGNS.get(cell.strip());
        }
        if (code == null) {
            String own = cell.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
            code = words.containsValue(own) ? own : null;
        }
        return Optional.ofNullable(code);
    }

    /** How the words or signs around a number say that it is to be read; EXACTLY where they say nothing. */
    static String comparatorIn(String cell) {
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (!sign.getKey().equals("=") && cell.strip().startsWith(sign.getKey())
                    && (sign.getKey().length() > 1 || !cell.strip().startsWith(sign.getKey() + "="))) {
                return sign.getValue();
            }
        }
        if (cell.matches(".*\\d\\s*\\+\\s*(?:\\D.*)?")) {
            return "AT_LEAST";
        }
        String key = " " + Names.key(cell) + " ";
        for (Map.Entry<String, String> comparator : COMPARATORS) {
            if (key.contains(" " + comparator.getKey() + " ")) {
                return comparator.getValue().matches("BETWEEN|SOME") ? "EXACTLY" : comparator.getValue();
            }
        }
        return "EXACTLY";
    }

    /** Whether a cell has a word such as 'between' before its two numbers. */
    static boolean isRange(String cell) {
        String key = " " + Names.key(cell) + " ";
        return COMPARATORS.stream().anyMatch(
                word -> word.getValue().equals("BETWEEN") && key.contains(" " + word.getKey() + " "));
    }

    /** Whether a cell says in words that it was nobody. */
    static boolean isNone(String cell) {
        return VALUES.get("none").containsKey(Names.key(cell));
    }
}
