/** The texts of the pages in English; those of other languages stand in {@code messages}. */
package org.parole.gateway.explorer.text;
