package org.parole.kit.replica;

import java.util.Set;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;
import org.parole.kit.http.RecordedThrough;
import org.parole.kit.record.Ledger;
import org.parole.kit.record.QueryFailedException;

/** Adds the position in the change feed to answers of writes, so that the client can read its own write from a replica. */
@Provider
public class RecordedThroughFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(RecordedThroughFilter.class);
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Replica replica;
    private final Ledger ledger;

    RecordedThroughFilter(Replica replica, Ledger ledger) {
        this.replica = replica;
        this.ledger = ledger;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READS.contains(request.getMethod()) || !replica.isConfigured()
                || response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        try {
            // Committed by now, so the feed ends there or further on; a retry that gets the first answer again is served as well.
            response.getHeaders().putSingle(RecordedThrough.HEADER, replica.tokenOf(ledger.head()));
        } catch (QueryFailedException e) {
            LOG.debugf(e, "What was written is not told a place");
        }
    }
}
