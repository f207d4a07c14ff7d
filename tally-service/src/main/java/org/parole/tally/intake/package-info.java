/**
 * The tally-service's part in an intake.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.tally.intake;
