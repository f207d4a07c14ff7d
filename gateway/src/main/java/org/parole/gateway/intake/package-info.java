/** Intake: one document with its quotes and release reports, in both services or in neither. */
package org.parole.gateway.intake;
