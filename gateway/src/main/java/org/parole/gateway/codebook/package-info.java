/** What every column of every table means. */
package org.parole.gateway.codebook;
