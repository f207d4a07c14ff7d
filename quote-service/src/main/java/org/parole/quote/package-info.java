/** The Parole quote-service. */
package org.parole.quote;
