/** The data sets of which records were imported. */
package org.parole.quote.dataset;
