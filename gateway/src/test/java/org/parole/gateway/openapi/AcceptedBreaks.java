package org.parole.gateway.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The breaking changes that the project has decided on, one a line of Markdown: {@code - `part of the sentence`: reason}. Three
 * dots in the part stand for any text. A line accepts every change whose sentence contains its part.
 */
final class AcceptedBreaks {

    private static final Pattern LINE = Pattern.compile("- `([^`]+)`: (\\S.*)");

    private final List<String> parts;

    private AcceptedBreaks(List<String> parts) {
        this.parts = parts;
    }

    static AcceptedBreaks in(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    /** Headings, text before the first heading's list and empty lines aside, each line must be an accepted break. */
    static AcceptedBreaks of(List<String> lines) {
        List<String> parts = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                parts.add(matcher.group(1));
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(">")) {
                throw new IllegalArgumentException(
                        "An accepted break is a line of the form \"- `part of the sentence`: reason\", not: " + line);
            }
        }
        return new AcceptedBreaks(parts);
    }

    /** The changes that no line accepts. */
    List<String> leftOf(List<String> found) {
        return found.stream().filter(sentence -> parts.stream().noneMatch(part -> covers(part, sentence))).toList();
    }

    /** The lines that accept none of the changes, so that the list does not outlive its reasons. */
    List<String> unusedOn(List<String> found) {
        return parts.stream().filter(part -> found.stream().noneMatch(sentence -> covers(part, sentence))).toList();
    }

    private static boolean covers(String part, String sentence) {
        String pattern = Arrays.stream(part.split("\\.\\.\\.", -1)).map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern).matcher(sentence).find();
    }
}
