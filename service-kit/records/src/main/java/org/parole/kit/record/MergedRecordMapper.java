package org.parole.kit.record;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leads readers of a merged record to the one that stays. */
public class MergedRecordMapper {

    private static final int PERMANENT_REDIRECT = 308;

    /** 308 with the place of the record that it was merged into. */
    @ServerExceptionMapper
    public Response movedTo(MergedRecordException merged) {
        return Response.status(PERMANENT_REDIRECT).location(URI.create(merged.path())).build();
    }
}
