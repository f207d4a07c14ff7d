package org.parole.quote.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.json.Strings;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.outlet.OutletBody;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the fields of lines that are JSON objects. */
final class Fields {

    // As Python prints it, which is how most data sets came to be.
    private static final DateTimeFormatter SPACED = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).toFormatter(Locale.ROOT);

    /** In code points, of which each may be two of the 500 characters that an anchor takes. */
    private static final int MOST_CONTEXT = 250;
    private static final int LONGEST_LABEL = 200;

    private Fields() {
    }

    /** A string that must be there. */
    static String required(JsonNode line, String field) {
        return required(line, field, "");
    }

    /** The same in a part of a line, which stands there. */
    static String required(JsonNode part, String field, String pointer) {
        String text = optional(part, field, pointer);
        if (text == null || text.isBlank()) {
            throw new RefusedRowException(pointer + "/" + field, "must be given");
        }
        return text;
    }

    /** A title in one line; null where there is none. */
    static String title(JsonNode line) {
        String title = optional(line, "title");
        return title == null || title.isBlank() ? null : title.strip().replaceAll("\\s+", " ");
    }

    /** A string; null where it is absent, null or empty. */
    static String optional(JsonNode line, String field) {
        return optional(line, field, "");
    }

    /** The same in a part of a line, which stands there. */
    static String optional(JsonNode part, String field, String pointer) {
        JsonNode value = part.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = text(value, pointer + "/" + field);
        return text.isEmpty() ? null : text;
    }

    /** A string of at most 200 characters; null where it is absent, null or empty. */
    static String label(JsonNode line, String field) {
        String text = optional(line, field);
        if (text != null && text.length() > LONGEST_LABEL) {
            throw new RefusedRowException("/" + field, "must have at most " + LONGEST_LABEL + " characters");
        }
        return text;
    }

    /** What stands before a quote, as far as an anchor keeps it: its end. */
    static String before(JsonNode part, String field, String pointer) {
        String text = optional(part, field, pointer);
        int points = text == null ? 0 : text.codePointCount(0, text.length());
        return points <= MOST_CONTEXT ? text : text.substring(text.offsetByCodePoints(0, points - MOST_CONTEXT));
    }

    /** What stands behind a quote, as far as an anchor keeps it: its beginning. */
    static String after(JsonNode part, String field, String pointer) {
        String text = optional(part, field, pointer);
        int points = text == null ? 0 : text.codePointCount(0, text.length());
        return points <= MOST_CONTEXT ? text : text.substring(0, text.offsetByCodePoints(0, MOST_CONTEXT));
    }

    /** The string that a value is. */
    static String text(JsonNode value, String pointer) {
        if (!value.isTextual()) {
            throw new RefusedRowException(pointer, "must be a string");
        }
        String defect = Strings.defectOf(value.textValue());
        if (defect != null) {
            throw new RefusedRowException(pointer, defect);
        }
        return value.textValue();
    }

    /** A list of strings; empty where it is absent or null. */
    static List<String> list(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        requireArray(value, "/" + field);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            texts.add(text(value.get(i), "/" + field + "/" + i));
        }
        return texts;
    }

    static void requireArray(JsonNode value, String pointer) {
        if (!value.isArray()) {
            throw new RefusedRowException(pointer, "must be an array");
        }
    }

    /** A time of publication: milliseconds since 1970, a date and time in UTC, or what the API takes. */
    static PublicationTime published(JsonNode line, String field) {
        JsonNode value = line.path(field);
        try {
            if (value.canConvertToLong() && value.isIntegralNumber()) {
                return PublicationTime.parse(Instant.ofEpochMilli(value.longValue()).toString());
            }
            String text = required(line, field);
            if (text.length() > 10 && text.charAt(10) == ' ') {
                return PublicationTime.parse(LocalDateTime.parse(text, SPACED).toInstant(ZoneOffset.UTC).toString());
            }
            return PublicationTime.parse(text);
        } catch (DateTimeException e) {
            throw new RefusedRowException("/" + field,
                    "must be a date and time such as 2020-01-16 12:00:13, or milliseconds since 1970");
        } catch (InvalidValueException e) {
            throw new RefusedRowException("/" + field, e.getMessage());
        }
    }

    /** The publisher of what stands at an address: the site, by the name of its host. */
    static OutletBody site(String url, String pointer) {
        try {
            String host = new URI(url).getHost();
            if (host != null) {
                String name = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
                return new OutletBody(name, null, null, null, null);
            }
        } catch (URISyntaxException e) {
            // The same answer as for an address without a host.
        }
        throw new RefusedRowException(pointer, "must be the address of a page, with a host");
    }
}
