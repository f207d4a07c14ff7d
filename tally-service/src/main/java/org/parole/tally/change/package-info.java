/** The feed of changes. */
package org.parole.tally.change;
