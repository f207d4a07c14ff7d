package org.parole.gateway.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an intake is. */
@Schema(description = "CHECKED: a dry run found nothing wrong; nothing was written. PREPARING: the services check it. DECIDED: it will be recorded, whatever happens. COMMITTED: all of it can be read. "
        + "ABORTING, ABORTED: none of it is or will be recorded.")
public enum IntakeState {
    /** A dry run has found nothing wrong; nothing is kept of it. */
    CHECKED,
    /** The services check it; nothing is decided. */
    PREPARING,
    /** The last one has done it, so the other will, whatever happens. */
    DECIDED,
    /** All have done it. */
    COMMITTED,
    /** It will not be done; the services may not know yet. */
    ABORTING,
    /** It was not done, and the services know. */
    ABORTED
}
