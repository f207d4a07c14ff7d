/** What all Parole services share about HTTP and record keeping; no domain code. */
package org.parole.kit;
