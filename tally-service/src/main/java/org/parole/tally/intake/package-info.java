/** The tally-service's half of an intake. */
package org.parole.tally.intake;
