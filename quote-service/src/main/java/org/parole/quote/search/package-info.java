/** Full-text search: what is asked for, in the terms of the index, and what was found, made safe to show. */
package org.parole.quote.search;
