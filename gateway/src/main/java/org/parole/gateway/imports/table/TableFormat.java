package org.parole.gateway.imports.table;

import java.util.Locale;
import java.util.Optional;

/** The formats of tables. */
public enum TableFormat {
    /** Separated by commas, semicolons, tabs or bars; which of them is seen from the file. */
    CSV,
    /** Separated by tabs. */
    TSV,
    /** The first sheet of an Excel workbook. */
    XLSX;

    /** The format with a name, in any case; empty where it is no table's. */
    public static Optional<TableFormat> of(String name) {
        for (TableFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The name that clients use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
