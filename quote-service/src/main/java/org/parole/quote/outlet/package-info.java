/** Outlets: who publishes. */
package org.parole.quote.outlet;
