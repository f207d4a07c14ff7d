/** Release reports: what each source says about releases. */
package org.parole.tally.report;
