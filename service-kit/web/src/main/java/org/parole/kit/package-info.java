/** What all Parole services share about HTTP: problems, JSON, conditional reads, pages, formats, times, and the start of a service. */
package org.parole.kit;
