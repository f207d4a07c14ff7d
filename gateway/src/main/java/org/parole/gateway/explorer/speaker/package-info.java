/** A speaker: what was said, beside what was tallied. */
package org.parole.gateway.explorer.speaker;
