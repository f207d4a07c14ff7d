package org.parole.gateway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The table of bounds in docs/threat-model.md is made of the configuration, so that neither can be changed alone. */
class BoundsTableTest {

    private static final Path PAGE = Path.of("../docs/threat-model.md");
    private static final String BEGIN = "<!-- bounds -->\n";
    private static final String END = "<!-- /bounds -->";
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*\\s*((?:(?!\\*/).)*?)\\s*\\*/\\s*(?:@WithDefault\\(\"([^\"]*)\"\\)\\s*)?(?!default)[\\w<>]+ (\\w+)\\(\\);",
            Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");

    private static String rows(Path source) throws IOException {
        String text = Files.readString(source);
        Matcher prefix = PREFIX.matcher(text);
        assertThat(prefix.find()).isTrue();
        StringBuilder rows = new StringBuilder();
        Matcher setting = SETTING.matcher(text.substring(prefix.end()));
        while (setting.find()) {
            String variable = (prefix.group(1) + "." + setting.group(3)).replaceAll("([a-z])([A-Z])", "$1_$2")
                    .replace('.', '_')
                    .toUpperCase(Locale.ROOT);
            String meaning = setting.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                    .replaceAll("\\{@link (?:#(\\w+)|(\\w+))}", "`$1$2`");
            rows.append("| `").append(variable).append("` | ")
                    .append(setting.group(2) == null ? "by the heap" : setting.group(2))
                    .append(" | ").append(meaning).append(" |\n");
        }
        return rows.toString();
    }

    @Test
    void the_table_of_bounds_is_that_of_the_configuration() throws IOException {
        String table = "\n| variable | unless set | what it bounds |\n|---|---|---|\n"
                + rows(Path.of("../service-kit/web/src/main/java/org/parole/kit/inflight/BoundsConfig.java"))
                + rows(Path.of("src/main/java/org/parole/gateway/shed/ConcurrencyConfig.java"))
                + rows(Path.of("src/main/java/org/parole/gateway/limit/LimitsConfig.java")) + "\n";
        assertThat(table).contains("| `PAROLE_BOUNDS_UNREAD` | PT20S |").contains("| `PAROLE_CONCURRENCY_QUEUE` | 32 |")
                .contains("| `PAROLE_LIMITS_KEY_BURST` | 10000 |").contains("| `PAROLE_BOUNDS_UNSENT` | by the heap |");
        String page = Files.readString(PAGE);
        String kept = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        assertThat(kept).as("the table in docs/threat-model.md; put this one there").isEqualTo(table);
    }
}
