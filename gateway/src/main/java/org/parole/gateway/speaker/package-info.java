/** What a speaker said, beside what was tallied. */
package org.parole.gateway.speaker;
