package org.parole.kit.export;

import org.parole.kit.format.MediaTypes;

/** In which form records leave. */
public enum ExportFormat {
    /** One JSON object a line: all that a record shows. */
    NDJSON("ndjson", MediaTypes.NDJSON),
    /** A table in UTF-8 with a header, after RFC 4180. */
    CSV("csv", MediaTypes.CSV),
    /** One schema.org object a line, for records that have such a form. */
    JSONLD("jsonld", MediaTypes.NDJSON),
    /** A workbook of one sheet, for at most 1,048,575 rows. */
    XLSX("xlsx", ExportFormat.XLSX_TYPE),
    /** A Parquet file, with nested columns. */
    PARQUET("parquet", ExportFormat.PARQUET_TYPE);

    /** The media type of workbooks. */
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of Parquet files. */
    public static final String PARQUET_TYPE = "application/vnd.apache.parquet";

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** What the names of its files end with, without the dot. */
    public String extension() {
        return extension;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is text, which is worth compressing on its way. */
    public boolean isText() {
        return this != XLSX && this != PARQUET;
    }

    /** Whether its rows are those of a table, with flat columns. */
    public boolean isTable() {
        return this == CSV || this == XLSX;
    }
}
