package org.parole.tally.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages of every language: the same ones, of the same values, and none that fails. */
class MessagesTest {

    // A name after a selector is the text of a plural's form: one{was} other{were}.
    private static final Pattern VALUE = Pattern.compile("(?<!one|two|few|other)\\{(\\w+)[,}]");
    private static final Pattern CHOOSES = Pattern.compile("\\{(\\w+), (plural|selectordinal|number)");

    private static Set<String> keys(Language language) {
        Set<String> keys = new TreeSet<>();
        new Messages(language).keys().forEach(keys::add);
        return keys;
    }

    /** The names of a message's values, also of those in the forms of a plural. */
    private static Set<String> values(Language language, String key) {
        return VALUE.matcher(new Messages(language).pattern(key)).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_messages(Language language) {
        assertThat(keys(language)).isEqualTo(keys(Language.EN)).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_message_formats_with_its_values_in_singular_and_plural(Language language) {
        Messages messages = new Messages(language);
        for (String key : keys(language)) {
            for (long number : new long[]{0, 1, 2, 3, 1_234}) {
                Map<String, Object> values = new HashMap<>();
                values(language, key).forEach(name -> values.put(name, "<" + name + ">"));
                Matcher chooses = CHOOSES.matcher(messages.pattern(key));
                while (chooses.find()) {
                    values.put(chooses.group(1), number);
                }
                String text = messages.format(key, values);
                assertThat(text).as("%s in %s", key, language).doesNotContain("{").doesNotContain("}");
                if (!messages.pattern(key).contains("plural")) {
                    values.values().stream().filter(String.class::isInstance)
                            .forEach(value -> assertThat(text).as("%s in %s", key, language)
                                    .contains((String) value));
                }
            }
        }
    }

    @Test
    void translations_leave_out_no_figure_and_nobodys_name() {
        for (Language language : Language.values()) {
            for (String key : keys(Language.EN)) {
                if (!key.startsWith("date.") && !key.startsWith("on.") && !key.startsWith("by.")
                        && !key.startsWith("for.")) {
                    assertThat(plain(values(language, key))).as("%s in %s", key, language)
                            .containsAll(plain(told(key)));
                }
            }
        }
    }

    /** The values of the English message without those that only choose between singular and plural. */
    private static Set<String> told(String key) {
        Set<String> told = values(Language.EN, key);
        Matcher chooses = CHOOSES.matcher(new Messages(Language.EN).pattern(key));
        while (chooses.find()) {
            if (chooses.group(2).equals("plural") && !new Messages(Language.EN).pattern(key).contains("#")) {
                told.remove(chooses.group(1));
            }
        }
        return told;
    }

    /** A date is told in whichever form its language wants: {days}, {onDays}, {byDays} or {forDays}. */
    private static Set<String> plain(Set<String> names) {
        Set<String> plain = new TreeSet<>();
        for (String name : names) {
            String bare = name.replaceFirst("^(on|by|for)(?=[A-Z])", "").replaceFirst("(Count|Many)$", "");
            plain.add(Character.toLowerCase(bare.charAt(0)) + bare.substring(1));
        }
        return plain;
    }
}
