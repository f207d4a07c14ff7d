package org.parole.gateway.compose;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Record time alone, for views of one record. */
@RegisterForReflection
public class RecordTime {

    /** What had been recorded by then. */
    @Parameter(description = "Record time: only what was recorded by then, in the revision of that time. Such an answer never changes.")
    @QueryParam("asOf")
    public AsOf asOf;

    /** Passes it on. */
    public Query addTo(Query query) {
        ThreeTimes times = new ThreeTimes();
        times.asOf = asOf;
        return TimeParameters.addRecordTime(query, times);
    }
}
