/** Two answers side by side, and what makes the difference. */
package org.parole.gateway.explorer.comparison;
