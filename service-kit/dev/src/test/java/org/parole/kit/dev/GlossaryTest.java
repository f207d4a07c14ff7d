package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Packages link the chapter of the glossary that has their words. */
class GlossaryTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+glossary\\.md)#([^\"]+)\"");

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT)) {
            return files.filter(file -> file.endsWith("package-info.java") && file.toString().contains("src/main"))
                    .toList();
        }
    }

    @Test
    void every_link_leads_to_a_chapter() throws IOException {
        Set<String> chapters = Files.readAllLines(CHECKOUT.resolve("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-')).collect(Collectors.toSet());
        assertThat(chapters).contains("quotes", "tallies", "records-and-time", "gateway");
        int links = 0;
        for (Path file : packages()) {
            Matcher link = LINK.matcher(Files.readString(file));
            while (link.find()) {
                links++;
                assertThat(file.getParent().resolve(link.group(1))).as(file.toString()).exists();
                assertThat(chapters).as(file.toString()).contains(link.group(2));
            }
        }
        assertThat(links).isGreaterThan(30);
    }
}
