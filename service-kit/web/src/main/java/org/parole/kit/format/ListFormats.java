package org.parole.kit.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** Writes the items of a page as CSV or NDJSON. */
@ApplicationScoped
public class ListFormats {

    private static final CsvMapper CSV = new CsvMapper();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ObjectMapper mapper;

    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    ListFormats(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One JSON object a line. */
    public byte[] ndjson(Paged<?> page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object item : page.items()) {
            out.writeBytes(json(item));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /**
     * CSV after RFC 4180 in UTF-8, with a header line unless it is not wanted. Columns follow from the type, not from the rows, so every page has the
     * same. Several values in one cell are joined by "; ", and by " | " where each of them is several. For programs every text
     * is as it is recorded. For spreadsheets, a byte order mark tells the charset, and a text that would be taken for a formula
     * gets an apostrophe in front.
     *
     * @param itemType a record type
     */
    public byte[] csv(Paged<?> page, Class<?> itemType, CsvForm form) {
        return csv(page, itemType, form, true);
    }

    /** The same, as the beginning of a table or as the rows that follow earlier ones. */
    public byte[] csv(Paged<?> page, Class<?> itemType, CsvForm form, boolean first) {
        List<Columns.Column> columns = Columns.of(itemType);
        boolean withHeader = form.withHeader() && first;
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\r\n").setUseHeader(withHeader);
        columns.forEach(column -> schema.addColumn(column.name()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (form.forSpreadsheets() && first) {
            out.writeBytes(BYTE_ORDER_MARK);
        }
        try (SequenceWriter rows = CSV.writer(schema.build()).writeValues(out)) {
            if (page.items().isEmpty() && withHeader) {
                out.writeBytes((columns.stream().map(Columns.Column::name).collect(Collectors.joining(",")) + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (Object item : page.items()) {
                rows.write(columns.stream().map(column -> cell(column.in(item), form.forSpreadsheets())).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The names of the columns of a table of these items. */
    public static List<String> columns(Class<?> itemType) {
        return Columns.of(itemType).stream().map(Columns.Column::name).toList();
    }

    /** An item as a row: numbers, truth values, and texts as in CSV; null where there is nothing. */
    public List<Object> row(Object item, Class<?> itemType) {
        List<Object> row = new ArrayList<>();
        for (Columns.Column column : Columns.of(itemType)) {
            Object value = column.in(item);
            row.add(value == null || value instanceof Number || value instanceof Boolean ? value : joined(value, "; "));
        }
        return row;
    }

    /** The item type of a page's type: {@code Page<Item>}, or a record that is a {@code Paged<Item>}. */
    public static Class<?> itemType(Type page) {
        if (page instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> item) {
            return item;
        }
        if (page instanceof Class<?> type) {
            for (Type parent : type.getGenericInterfaces()) {
                if (parent instanceof ParameterizedType paged && paged.getRawType() == Paged.class) {
                    return itemType(paged);
                }
            }
        }
        throw new IllegalStateException("A list in CSV must be declared as a page of one record type, not " + page);
    }

    private String cell(Object value, boolean forSpreadsheets) {
        if (value == null) {
            return "";
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : text(joined(value, "; "), forSpreadsheets);
    }

    private String joined(Object value, String separator) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(one -> joined(one, " | ")).collect(Collectors.joining(separator));
        }
        return value instanceof Map<?, ?> || value instanceof JsonNode
                ? new String(json(value), StandardCharsets.UTF_8)
                : plain(value);
    }

    private static String plain(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /** OWASP's list of what begins a formula (= + - @, tab and carriage return), also in full width and behind what nobody sees. */
    private static String text(String text, boolean forSpreadsheets) {
        if (!forSpreadsheets) {
            return text;
        }
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (FORMULA.indexOf(c) >= 0) {
                return "'" + text;
            }
            int type = Character.getType(c);
            if (type != Character.FORMAT && type != Character.CONTROL && !Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)) {
                return text;
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view cannot be written as JSON", e);
        }
    }
}
