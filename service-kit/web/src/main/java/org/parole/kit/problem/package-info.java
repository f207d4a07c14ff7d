/** Errors as RFC 9457 problem details, for every way in which a request can go wrong. */
package org.parole.kit.problem;
