/** One box over everything. */
package org.parole.gateway.explorer.search;
