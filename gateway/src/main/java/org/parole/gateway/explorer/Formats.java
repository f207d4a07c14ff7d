package org.parole.gateway.explorer;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.parole.gateway.explorer.text.CodeTexts;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

/** Numbers and dates as people write them; {@code fmt:} in templates. */
@TemplateExtension(namespace = "fmt")
public final class Formats {

    private static final String DAY = "d MMMM yyyy";
    private static final String GERMAN_DAY = "d. MMMM yyyy";
    private static final String UNKNOWN = "–";
    private static final int MOST_LINKS = 12;

    private Formats() {
    }

    /** A number with its thousands apart; a dash for null. */
    static String number(Object number, @TemplateAttribute("locale") Object locale) {
        return number(number, locale(locale));
    }

    /** From one number to another, or one number where they are equal. */
    static String range(Object low, Object high, @TemplateAttribute("locale") Object locale) {
        if (low == null && high == null) {
            return UNKNOWN;
        }
        String from = number(low, locale(locale));
        String to = number(high, locale(locale));
        return from.equals(to) ? from : (low == null ? "?" : from) + "–" + (high == null ? "?" : to);
    }

    /** A quantity as a source words it in numbers: about 900, at least 60, 300–400, some. */
    static String quantity(Object quantity, @TemplateAttribute("locale") Object locale) {
        return quantity instanceof Data data ? quantity(data, locale(locale)) : UNKNOWN;
    }

    /** The figure of a bound, a part or a last word, however it is given there. */
    static String figure(Object data, @TemplateAttribute("locale") Object locale) {
        if (!(data instanceof Data value)) {
            return number(data, locale(locale));
        }
        for (String name : new String[]{"quantity", "figure", "total"}) {
            if (value.data(name) != null) {
                return figure(value.data(name), locale);
            }
            if (value.number(name) != null) {
                return number(value.number(name), locale(locale));
            }
        }
        if (value.text("comparator") != null) {
            return quantity(value, locale(locale));
        }
        return value.number("value") != null
                ? number(value.number("value"), locale(locale))
                : range(value.number("low"), value.number("high"), locale);
    }

    /** How many items a list has. */
    static int size(Object list) {
        return list instanceof Data data
                ? data.json().size()
                : list instanceof java.util.Collection<?> all ? all.size() : 0;
    }

    /** How many there are beside those that a page links, of a list that may be a part of them. */
    static long beyond(Object list, Object total) {
        int there = size(list);
        Number all = total instanceof Data data ? data.asNumber() : null;
        return Math.max(there, all == null ? 0 : all.longValue()) - Math.min(there, MOST_LINKS);
    }

    /** The first item of a list; null for none. */
    static Object first(Object list) {
        return list instanceof Data data && data.iterator().hasNext() ? data.iterator().next() : null;
    }

    /** The name of a part of an answer as words: {@code releaseReports} is release reports. */
    static String part(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** A value as text, for a message. */
    static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Names in a row. */
    static java.util.List<String> names(String names) {
        return java.util.List.of(names.split(" "));
    }

    /** A text for a textarea, of which browsers drop a line end at the very beginning. */
    static String keepFirstLine(String text) {
        return text.startsWith("\n") || text.startsWith("\r") ? "\n" + text : text;
    }

    /** The parameters of an address without the language. */
    static String withoutLang(String parameters) {
        return parameters.replaceAll("&lang=[a-z]+$", "");
    }

    /** A promised quantity; a plain number where it is exact. */
    static String promise(Object quantity, @TemplateAttribute("locale") Object locale) {
        return quantity(quantity, locale);
    }

    /** A quantity as a source words it in numbers. */
    public static String quantity(Data quantity, Locale locale) {
        CodeTexts t = Words.texts(CodeTexts.class, locale);
        Long min = quantity.number("min");
        Long max = quantity.number("max");
        String figure = number(min != null ? min : max, locale);
        if (min == null && max == null) {
            String words = quantity.text("wording");
            if (words == null || words.isBlank()) {
                return t.quantitySome();
            }
            // Words that have quotation marks of their own need no others around them.
            return words.matches(".*[\"“”„«»].*") ? words : t.quantityWords(words);
        }
        return switch (String.valueOf(quantity.text("comparator"))) {
            case "ABOUT" -> t.quantityAbout(figure);
            case "AT_LEAST" -> t.quantityAtLeast(figure);
            case "OVER" -> t.quantityOver(figure);
            case "UP_TO" -> t.quantityUpTo(number(max != null ? max : min, locale));
            case "BETWEEN" -> number(min, locale) + "–" + number(max, locale);
            default -> figure;
        };
    }

    /** A share as a percentage without decimals. */
    static String percent(Object share, @TemplateAttribute("locale") Object locale) {
        Object value = share instanceof Data data ? data.asNumber() : share;
        return value == null ? UNKNOWN : NumberFormat.getPercentInstance(locale(locale)).format(value);
    }

    /** A difference with its sign. */
    static String signed(Object number, @TemplateAttribute("locale") Object locale) {
        Object plain = number instanceof Data data ? data.asNumber() : number;
        return plain instanceof Number value && value.longValue() > 0
                ? "+" + number(number, locale(locale))
                : number(number, locale(locale)).replace('-', '−');
    }

    /** A day, month or year as the API gives it, or the day of a moment. */
    static String date(Object text, @TemplateAttribute("locale") Object locale) {
        return date(text, locale(locale));
    }

    /** A moment in UTC with its time. */
    public static String moment(Object text, @TemplateAttribute("locale") Object locale) {
        try {
            return text == null
                    ? UNKNOWN
                    : DateTimeFormatter.ofPattern(day(locale(locale)) + ", HH:mm", locale(locale))
                            .format(Instant.parse(text.toString()).atOffset(ZoneOffset.UTC)) + " UTC";
        } catch (DateTimeParseException e) {
            return date(text, locale(locale));
        }
    }

    /** Only addresses of the web may become links: nothing that is recorded may become a script. */
    static String web(Object url) {
        String text = url == null ? "" : url.toString();
        return text.startsWith("https://") || text.startsWith("http://") ? text : "about:blank";
    }

    /** A segment of a path. */
    static String segment(Object text) {
        return org.parole.gateway.compose.Query.segment(text == null ? "" : text);
    }

    /** A word of the API as a sentence would begin with it: {@code REPORTED_DIFFERENTLY} is Reported differently. */
    static String word(Object code) {
        return code == null ? "" : sentence(code.toString());
    }

    /** A number with its thousands apart; a dash for null. */
    public static String number(Object number, Locale locale) {
        Object value = number instanceof Data data ? data.asNumber() : number;
        return value == null ? UNKNOWN : NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A day, month or year as people write it. */
    public static String date(Object value, Locale locale) {
        if (value == null) {
            return UNKNOWN;
        }
        String text = value.toString();
        try {
            return switch (text.length()) {
                case 4 -> Year.parse(text).toString();
                case 7 -> DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(YearMonth.parse(text));
                default ->
                    DateTimeFormatter.ofPattern(day(locale), locale).format(LocalDate.parse(text.substring(0, 10)));
            };
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return text;
        }
    }

    /** The pattern of a day: in German its number is an ordinal. */
    private static String day(Locale locale) {
        return locale.getLanguage().equals("de") ? GERMAN_DAY : DAY;
    }

    static String sentence(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static Locale locale(Object locale) {
        return locale instanceof Locale known ? known : Locale.ENGLISH;
    }
}
