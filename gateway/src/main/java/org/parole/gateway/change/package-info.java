/** One feed of all changes. */
package org.parole.gateway.change;
