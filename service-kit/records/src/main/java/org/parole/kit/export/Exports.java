package org.parole.kit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.export.DataPackage.Licence;
import org.parole.kit.export.DataPackage.Resource;
import org.parole.kit.export.DataPackage.Source;
import org.parole.kit.export.DataPackage.TableSchema;
import org.parole.kit.format.ListFormats;
import org.parole.kit.format.Paged;
import org.parole.kit.format.TableFields;
import org.parole.kit.http.Encodings;
import org.parole.kit.http.Etags;
import org.parole.kit.inflight.InFlight;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.kit.time.AsOf;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Answers exports: the file, a part of it, or what its manifest says. */
@ApplicationScoped
public class Exports {

    private static final Logger LOG = Logger.getLogger(Exports.class);
    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int BUFFER = 64 * 1024;

    private final ExportWriter writer;
    private final Measurements measurements;

    Exports(ExportWriter writer, Measurements measurements) {
        this.writer = writer;
        this.measurements = measurements;
    }

    /**
     * The record time of an export: the one that is asked for, or that of the last change. Nothing that is recorded later has it or an
     * earlier one, so that the same export gives the same rows for ever.
     */
    public AsOf settle(AsOf asked, Ledger ledger) {
        Instant last = ledger.lastRecordedAt();
        if (asked == null) {
            return new AsOf(last, false);
        }
        Instant at = ledger.readAt(asked);
        return new AsOf(at.isAfter(last) && !AsOf.isSettled(at, Instant.now()) ? last : at, false);
    }

    /** What an export was asked for with, for its manifest. */
    public static Map<String, String> filters(UriInfo uri) {
        Map<String, String> filters = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> filters.put(name, String.join(",", values)));
        return filters;
    }

    /** A page of an export, from its cursor on. */
    public static PageRequest page(String cursor) {
        PageRequest page = new PageRequest();
        page.limit = ROWS_AT_ONCE;
        page.cursor = cursor;
        return page;
    }

    /**
     * The export as an answer. An export that cannot be gone on with is broken off, so that nobody takes it for whole.
     *
     * @param context of the request
     */
    public <V> RestResponse<StreamingOutput> answer(Export<V> export, ExportRequest request, RoutingContext context) {
        HttpServerRequest asked = context.request();
        ExportChoice choice = ExportChoice.of(request, asked.getParam("format") != null,
                asked.headers().getAll(HttpHeaders.ACCEPT));
        requireLinked(export, choice.format());
        String tag = tag(export, choice);
        boolean gzip = choice.format().isText()
                && Encodings.acceptsGzip(asked.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String shown = tag != null && gzip ? Etags.ofGzip(tag) : tag;
        if (tag != null && Etags.matches(asked.getHeader(HttpHeaders.IF_NONE_MATCH), shown)) {
            return headed(RestResponse.ResponseBuilder.<StreamingOutput>create(304), export, choice, shown).build();
        }
        // What is wrong with the request shows before the answer begins.
        Paged<V> first = export.pages().apply(null);
        Optional<ByteRange> range = tag == null ? Optional.empty() : range(export, asked, tag);
        if (range.isPresent()) {
            return part(export, choice, first, range.get(), tag, context);
        }
        StreamingOutput output = out -> send(context, () -> {
            MeasuringStream measured = new MeasuringStream(out);
            long rows = writer.write(export, choice, first, new BufferedOutputStream(measured, BUFFER),
                    () -> true);
            if (tag != null) {
                measurements.keep(tag, measured.measured(rows));
            }
        });
        return headed(RestResponse.ResponseBuilder.<StreamingOutput>ok(new ExportBody(output),
                choice.mediaType()), export, choice, shown).build();
    }

    /** Bytes are of the plain file: a part of what is compressed can be had of nobody else. */
    private <V> RestResponse<StreamingOutput> part(Export<V> export, ExportChoice choice, Paged<V> first,
            ByteRange range, String tag, RoutingContext context) {
        long length = measure(export, choice, tag).bytes();
        long from = range.from(length);
        long until = range.until(length);
        if (from >= length) {
            return headed(RestResponse.ResponseBuilder.<StreamingOutput>create(416), export, choice, tag)
                    .header("Content-Range", "bytes */" + length).build();
        }
        StreamingOutput output = out -> send(context, () -> {
            var part = new PartStream(out, from, until);
            writer.write(export, choice, first, new BufferedOutputStream(part, BUFFER), () -> !part.isOver());
        });
        return headed(RestResponse.ResponseBuilder
                .<StreamingOutput>create(206).entity(new ExportBody(output)).type(choice.mediaType()),
                export, choice, tag)
                // Compressed, it would be no part of the plain file any more.
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header("Content-Range", "bytes " + from + '-' + (until - 1) + '/' + length).build();
    }

    private static <V> RestResponse.ResponseBuilder<StreamingOutput> headed(
            RestResponse.ResponseBuilder<StreamingOutput> answer, Export<V> export, ExportChoice choice,
            String tag) {
        answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").header("Export-As-Of", export.asOf().toString())
                .header("Accept-Ranges", tag == null ? "none" : "bytes")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(export, choice) + '"');
        return tag == null ? answer : answer.header(HttpHeaders.ETAG, tag);
    }

    /** The part that is asked for, if what is there is what the client has the beginning of. */
    private static Optional<ByteRange> range(Export<?> export, HttpServerRequest asked, String tag) {
        String ifRange = asked.getHeader("If-Range");
        boolean same = ifRange == null ? namesItsTime(export) : ifRange.strip().equals(tag);
        return same ? ByteRange.of(asked.getHeader("Range")) : Optional.empty();
    }

    /** Whether the request will be of the same file for ever: it names a record time, behind which nothing is open any more. */
    private static boolean namesItsTime(Export<?> export) {
        String asOf = export.filters().get("asOf");
        return asOf != null && AsOf.parse(asOf).instant().equals(export.asOf());
    }

    private interface Sending {
        void send() throws IOException;
    }

    private static void send(RoutingContext context, Sending sending) {
        try {
            sending.send();
        } catch (IOException e) {
            LOG.debugf("A client went before its export was whole: %s", e.getMessage());
            InFlight.of(context).cut();
        } catch (RuntimeException e) {
            LOG.warn("An export is broken off", e);
            InFlight.of(context).cut();
        }
    }

    /** The export's manifest. */
    public <V> DataPackage describe(Export<V> export, ExportRequest request) {
        ExportChoice choice = ExportChoice.of(request, true, List.of());
        requireLinked(export, choice.format());
        String tag = tag(export, choice);
        Measured file = measure(export, choice, tag);
        return new DataPackage(PROFILE, "parole-" + export.name(), export.asOf(), export.filters(),
                export.datasets().stream().map(Export.Dataset::licence).filter(Objects::nonNull).distinct()
                        .map(Licence::new).toList(),
                export.datasets().stream().map(dataset -> new Source(dataset.name(), dataset.licence())).toList(),
                List.of(new Resource(export.name(), fileName(export, choice), choice.format().extension(),
                        choice.format().mediaType(), "utf-8", tag == null ? null : file.bytes(),
                        tag == null ? null : "sha256:" + file.sha256(), file.rows(),
                        choice.format().isTable()
                                ? new TableSchema(TableFields.of(export.rowType()))
                                : null)));
    }

    private <V> Measured measure(Export<V> export, ExportChoice choice, String tag) {
        return measurements.of(tag, lookAround -> {
            MeasuringStream measured = new MeasuringStream(OutputStream.nullOutputStream());
            try {
                long rows = writer.write(export, choice, export.pages().apply(null),
                        new BufferedOutputStream(measured, BUFFER), () -> {
                            lookAround.run();
                            return true;
                        });
                return measured.measured(rows);
            } catch (IOException e) {
                throw new IllegalStateException("What goes nowhere can always be written", e);
            }
        });
    }

    /** The strong tag of the file (RFC 9110, 8.8.3); null for workbooks, which hold when they were made. */
    private static String tag(Export<?> export, ExportChoice choice) {
        if (choice.format() == ExportFormat.XLSX) {
            return null;
        }
        Map<String, String> asked = new TreeMap<>(export.filters());
        asked.keySet().removeAll(List.of("asOf", "format", "skip"));
        return Etags
                .ofState(export.name() + ' ' + export.asOf() + ' ' + choice.format() + ' ' + choice.skip() + ' '
                        + choice.csv() + ' ' + asked
                        + ' ' + (choice.format() == ExportFormat.JSONLD ? export.base() : null) + ' '
                        + ListFormats.columns(export.rowType()));
    }

    private static String fileName(Export<?> export, ExportChoice choice) {
        return export.name() + '.' + choice.format().extension();
    }

    private static void requireLinked(Export<?> export, ExportFormat format) {
        if (format == ExportFormat.JSONLD && export.linked() == null) {
            throw ProblemException.invalidParameter("format",
                    "must be another one: " + export.name() + " have no JSON-LD");
        }
    }
}
