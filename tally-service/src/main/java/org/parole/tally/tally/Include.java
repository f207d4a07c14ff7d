package org.parole.tally.tally;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an answer tells in full only on request. */
@Schema(name = "Include", description = "CLAIMANTS: all lines of claims. FINDINGS: all conflicts, gaps and open plans. REPORTS: all ids of reports. STEPS: all steps of an explanation or a comparison.")
public enum Include {
    CLAIMANTS, FINDINGS, REPORTS, STEPS
}
