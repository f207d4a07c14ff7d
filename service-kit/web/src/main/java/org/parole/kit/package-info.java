/** The HTTP code that all Parole services share: problems, JSON, conditional reads, pages, formats, times, and the start of a service. */
package org.parole.kit;
