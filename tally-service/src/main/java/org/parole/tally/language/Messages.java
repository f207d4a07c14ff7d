package org.parole.tally.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;

/**
 * The messages of one language, with numbers and plural forms by Unicode's rules. The library finds its own number formats by
 * name.
 */
@RegisterForReflection(classNames = "com.ibm.icu.text.NumberFormatServiceShim")
final class Messages {

    private static final Pattern ELIDES = Pattern.compile(
            "\\b(d|qu)e~(?=[AEIOU\u00c0\u00c2\u00c9\u00c8\u00ca\u00ce\u00d4\u0152aeiou\u00e0\u00e2\u00e9\u00e8\u00ea\u00ee\u00f4\u0153])");

    private final Language language;
    private final Properties patterns = new Properties();
    private final Map<String, ThreadLocal<MessageFormat>> formats = new ConcurrentHashMap<>();
    private final ThreadLocal<NumberFormat> numbers;

    Messages(Language language) {
        this.language = language;
        String name = "findings_" + language.tag() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        numbers = ThreadLocal.withInitial(() -> NumberFormat.getIntegerInstance(language.locale()));
    }

    /** The keys of all messages. */
    Iterable<String> keys() {
        return patterns.stringPropertyNames();
    }

    /** The text of a key as it stands in the file. */
    String pattern(String key) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message " + key + " in " + language);
        }
        return pattern;
    }

    String number(long number) {
        return numbers.get().format(number);
    }

    /** A message with its values: name, value, name, value. */
    String format(String key, Object... values) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put((String) values[i], values[i + 1]);
        }
        return format(key, named);
    }

    String format(String key, Map<String, Object> values) {
        // A format is not safe for threads and costs more to make than to use.
        String text = formats.computeIfAbsent(key,
                its -> ThreadLocal.withInitial(() -> new MessageFormat(pattern(its), language.locale()))).get()
                .format(values);
        return language == Language.FR ? elided(text) : text;
    }

    /** French 'de' and 'que' lose their vowel before another one: the patterns have {@code de~} where a name or figure follows. */
    private static String elided(String text) {
        return text.indexOf('~') < 0
                ? text
                : ELIDES.matcher(text).replaceAll("$1\u2019").replaceAll("\\b(de|que)~", "$1 ");
    }
}
