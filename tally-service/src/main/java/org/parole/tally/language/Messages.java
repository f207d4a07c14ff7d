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

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;

/**
 * The messages of one language, with numbers and plural forms by Unicode's rules. The library finds its own number formats by
 * name.
 */
@RegisterForReflection(classNames = "com.ibm.icu.text.NumberFormatServiceShim")
final class Messages {

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
        return formats.computeIfAbsent(key,
                its -> ThreadLocal.withInitial(() -> new MessageFormat(pattern(its), language.locale()))).get()
                .format(values);
    }
}
