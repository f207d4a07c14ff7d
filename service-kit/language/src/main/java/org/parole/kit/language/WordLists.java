package org.parole.kit.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lists of words that stand beside this class: lines of a language, what the words are, and the words. */
final class WordLists {

    /** One line. */
    record Line(String language, String what, String value, List<String> words) {
    }

    private final Map<String, List<Line>> byLanguage = new HashMap<>();

    private WordLists() {
    }

    /**
     * Reads a list.
     *
     * @param valued which kinds of lines have a value before the words
     */
    static WordLists read(String resource, List<String> valued) {
        var lists = new WordLists();
        try (InputStream stream = WordLists.class.getResourceAsStream(resource)) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> lists.add(line, valued));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    /** The languages that the list has words of. */
    List<String> languages() {
        return byLanguage.keySet().stream().sorted().toList();
    }

    /** The lines of a language, none where the list does not have it. */
    List<Line> of(String language) {
        return byLanguage.getOrDefault(language, List.of());
    }

    /** The words of a language that are of one kind. */
    List<String> of(String language, String what) {
        return of(language).stream().filter(line -> line.what.equals(what)).flatMap(line -> line.words.stream())
                .toList();
    }

    private void add(String line, List<String> valued) {
        boolean hasValue = valued.contains(line.split(" ", 3)[1]);
        String[] parts = line.split(" ", hasValue ? 4 : 3);
        List<String> words = Stream.of(parts[parts.length - 1].split(",")).map(String::strip).toList();
        String language = LanguageCodes.primary(parts[0]);
        byLanguage.computeIfAbsent(language, key -> new ArrayList<>())
                .add(new Line(language, parts[1], hasValue ? parts[2] : null, words));
    }
}
