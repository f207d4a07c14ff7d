/** Agreements: what was agreed, who signed it and whom it binds. */
package org.parole.tally.agreement;
