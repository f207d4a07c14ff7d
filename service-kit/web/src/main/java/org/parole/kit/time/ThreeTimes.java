package org.parole.kit.time;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The three times by which every read can be asked for; each may be left out. */
@RegisterForReflection
public class ThreeTimes {

    /** Event time: what happened or was said on or before it. */
    @Parameter(description = "Event time: only what was said or had happened by this date.", example = "2020-05-31")
    @QueryParam("on")
    public PartialDate on;

    /** Publication time: what was public by then. */
    @Parameter(description = "Publication time: only what was public by then. A date includes the whole day.", example = "2020-06-02")
    @QueryParam("publishedBy")
    public PublicationTime publishedBy;

    /** Record time: what was recorded by then. */
    @Parameter(description = "Record time: only what was recorded by then, in the revision of that time. Such an answer never changes.")
    @QueryParam("asOf")
    public AsOf asOf;
}
