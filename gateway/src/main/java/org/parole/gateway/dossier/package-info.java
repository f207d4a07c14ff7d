/**
 * Dossiers: an agreement with its commitments, tallies and quotes.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.dossier;
