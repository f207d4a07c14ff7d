/** A service's part in an intake: prepared, kept unseen, and committed or dropped when the gateway has decided. */
package org.parole.kit.intake;
