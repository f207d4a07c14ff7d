package org.parole.kit.record;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Reason;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an editor says about a change: its kind and why it is made. */
@RegisterForReflection
public class EditorialRevision {

    /** The kinds of change that an editor can make by a patch. */
    @Schema(name = "EditorialRevisionType")
    public enum Type {
        CORRECTION, RECLASSIFICATION, DEFINITION_CHANGE;

        /** The same as a revision's type. */
        public RevisionType revisionType() {
            return RevisionType.valueOf(name());
        }
    }

    /** What kind of change it is; CORRECTION when left out. */
    @Parameter(description = "The kind of the change.")
    @QueryParam("revisionType")
    @DefaultValue("CORRECTION")
    public Type type;

    /** Why it is made: 1 to 500 characters. */
    @Parameter(description = "The reason for the change, kept in the history.", example = "Misread the source")
    @QueryParam("reason")
    @Reason
    public String reason;
}
