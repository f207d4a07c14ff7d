package org.parole.kit.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.parole.kit.format.CsvForm;
import org.parole.kit.format.MediaTypes;

/**
 * The form in which an export leaves, and from which row on.
 *
 * @param format of the file
 * @param skip   how many rows are left out at the beginning
 * @param csv    how the file is written where it is a CSV
 */
record ExportChoice(ExportFormat format, long skip, CsvForm csv) {

    private static final Map<String, ExportFormat> BY_TYPE = Map.of(MediaTypes.NDJSON, ExportFormat.NDJSON,
            MediaTypes.CSV, ExportFormat.CSV, MediaTypes.JSON_LD, ExportFormat.JSONLD, ExportFormat.XLSX_TYPE,
            ExportFormat.XLSX, ExportFormat.PARQUET_TYPE, ExportFormat.PARQUET);

    /**
     * What was chosen.
     *
     * @param named  whether the request names its format: only where it does not, the header says which
     * @param accept the values of the header {@code Accept}
     */
    static ExportChoice of(ExportRequest request, boolean named, List<String> accept) {
        List<MediaType> accepted = accepted(accept);
        ExportFormat format = named ? request.format() : format(accepted, request.format());
        if (format == ExportFormat.CSV) {
            accepted.forEach(CsvForm::requireKnown);
        }
        CsvForm csv = format == ExportFormat.CSV ? CsvForm.accepted(accepted) : CsvForm.PLAIN;
        return new ExportChoice(format, request.skip, request.skip == 0 ? csv : csv.goingOn());
    }

    private static List<MediaType> accepted(List<String> accept) {
        if (accept.isEmpty()) {
            return List.of();
        }
        try {
            List<MediaType> types = new ArrayList<>(MediaTypeHelper.parseHeader(String.join(",", accept)));
            MediaTypeHelper.sortByWeight(types);
            return types;
        } catch (IllegalArgumentException e) {
            // What cannot be read asks for nothing.
            return List.of();
        }
    }

    /** The most wanted one that there is; the usual one where anything will do. */
    private static ExportFormat format(List<MediaType> accepted, ExportFormat usual) {
        for (MediaType type : accepted) {
            ExportFormat format = BY_TYPE.get(type.getType() + '/' + type.getSubtype());
            if (format != null || type.isWildcardType()) {
                return format == null ? usual : format;
            }
        }
        return usual;
    }

    String mediaType() {
        return format == ExportFormat.CSV ? csv.mediaType().toString() : format.mediaType();
    }
}
