package org.parole.kit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.logging.Logger;
import org.parole.kit.inflight.InFlight;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends a whole list as CSV or NDJSON: page after page from the method that gave the first one, each with a transaction and a
 * connection of its own, so that no more than a page is ever in memory and a client that reads slowly holds nothing of the database.
 */
@RequestScoped
public class WholeLists {

    private static final Logger LOG = Logger.getLogger(WholeLists.class);

    private final ListFormats formats;
    private final RoutingContext request;
    private Object resource;
    private Method method;
    private Object[] parameters;
    private PageChoice page;

    WholeLists(ListFormats formats, RoutingContext request) {
        this.formats = formats;
        this.request = request;
    }

    /** Remembers how the first page was asked for. */
    void begin(Object target, Method listing, Object[] given) {
        if (page == null) {
            resource = target;
            method = listing;
            parameters = given;
            page = (PageChoice) Arrays.stream(given).filter(PageChoice.class::isInstance).findFirst().orElse(null);
        }
    }

    /** Whether the list is to come whole: it can be asked for again, and the client has named neither a limit nor a page. */
    public boolean isWanted() {
        return page != null && request.queryParams().get("limit") == null && page.isFirst();
    }

    /**
     * The list from its first page on, as CSV, or as NDJSON where no type of its items is given; a list of which a later page cannot be had is broken off, so that nobody takes
     * it for whole.
     */
    public StreamingOutput from(Paged<?> first, Class<?> itemType, CsvForm form) {
        return out -> {
            try {
                write(first, itemType, form, out);
            } catch (IOException e) {
                LOG.debugf("A client went before its list was whole: %s", e.getMessage());
                breakOff();
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.warn("A list is broken off", e instanceof InvocationTargetException ? e.getCause() : e);
                breakOff();
            }
        };
    }

    private void write(Paged<?> first, Class<?> itemType, CsvForm form, OutputStream out)
            throws IOException, ReflectiveOperationException {
        Paged<?> now = first;
        boolean begins = true;
        while (true) {
            out.write(itemType == null ? formats.ndjson(now) : formats.csv(now, itemType, form, begins));
            begins = false;
            if (now.next() == null || now.items().isEmpty()) {
                return;
            }
            if (InFlight.isAbandoned(request)) {
                throw new IOException("The connection is closed");
            }
            page.turnTo(now.next());
            now = (Paged<?>) method.invoke(resource, parameters);
        }
    }

    /** Ends the connection without the end of the body: over HTTP/1.1 a chunk is missing, over HTTP/2 the stream is reset. */
    private void breakOff() {
        InFlight.of(request).cut();
    }

    /** The current request's, from where nothing can be injected. */
    static WholeLists current() {
        return Arc.container().instance(WholeLists.class).get();
    }
}
