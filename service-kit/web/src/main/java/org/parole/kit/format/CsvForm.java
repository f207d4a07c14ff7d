package org.parole.kit.format;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.MediaType;

import org.parole.kit.problem.ProblemException;

/**
 * How a table is written as CSV: as the parameters of {@code text/csv} ask for it.
 *
 * @param withHeader      whether it begins with the names of its columns ({@code header=present|absent}, RFC 4180)
 * @param forSpreadsheets whether a byte order mark tells its charset, and no text is taken for a formula ({@code bom=yes|no})
 */
public record CsvForm(boolean withHeader, boolean forSpreadsheets) {

    /** With a header, for programs: what comes where nothing else is asked for. */
    public static final CsvForm PLAIN = new CsvForm(true, false);

    private static final String HEADER = "header";
    private static final String BYTE_ORDER_MARK = "bom";
    private static final Map<String, List<String>> VALUES = Map.of(HEADER, List.of("present", "absent"),
            BYTE_ORDER_MARK,
            List.of("yes", "no"));

    /**
     * The form that a client accepts.
     *
     * @param accepted the media types of its {@code Accept}, the most wanted first
     */
    public static CsvForm accepted(Collection<MediaType> accepted) {
        return accepted.stream().filter(CsvForm::isCsv).findFirst()
                .map(type -> new CsvForm(!"absent".equalsIgnoreCase(type.getParameters().get(HEADER)),
                        "yes".equalsIgnoreCase(type.getParameters().get(BYTE_ORDER_MARK))))
                .orElse(PLAIN);
    }

    /**
     * Refuses an unknown value of a parameter of {@code text/csv}.
     *
     * @param type a media type that the client accepts
     * @throws ProblemException 406 where it is CSV and one of its parameters has a value that it cannot have
     */
    public static void requireKnown(MediaType type) {
        if (isCsv(type)) {
            VALUES.forEach((parameter, values) -> {
                String value = type.getParameters().get(parameter);
                if (value != null && values.stream().noneMatch(value::equalsIgnoreCase)) {
                    throw ProblemException.notAcceptable("The parameter " + parameter
                            + " of text/csv in the header Accept must be " + String.join(" or ", values) + ".");
                }
            });
        }
    }

    private static boolean isCsv(MediaType type) {
        return MediaTypes.CSV.equalsIgnoreCase(type.getType() + '/' + type.getSubtype());
    }

    /** The same without the header: for the rows that follow earlier ones. */
    public CsvForm goingOn() {
        return new CsvForm(false, forSpreadsheets);
    }

    /** What an answer in this form is called. */
    public MediaType mediaType() {
        Map<String, String> parameters = new TreeMap<>(
                Map.of(MediaType.CHARSET_PARAMETER, StandardCharsets.UTF_8.name()));
        if (!withHeader) {
            parameters.put(HEADER, "absent");
        }
        return new MediaType("text", "csv", parameters);
    }
}
