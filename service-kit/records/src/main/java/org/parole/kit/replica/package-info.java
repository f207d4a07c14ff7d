/** Reads that a replica answers, and the token by which a client reads what it has written. */
package org.parole.kit.replica;
