/** Dossiers: an agreement with what was promised, freed and said. */
package org.parole.gateway.dossier;
