/** One drawing of a tally's running totals for page, file and embedding. */
package org.parole.gateway.explorer.chart;
