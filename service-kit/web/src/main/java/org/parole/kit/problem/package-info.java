/** Errors as problems (RFC 9457): the field, what was expected, and what came. */
package org.parole.kit.problem;
