/** The first page: what was promised and how far it got. */
package org.parole.gateway.explorer.home;
