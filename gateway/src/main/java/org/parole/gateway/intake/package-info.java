/**
 * Intake: writes one document with its quotes and release reports to both services, or to neither.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.gateway.intake;
