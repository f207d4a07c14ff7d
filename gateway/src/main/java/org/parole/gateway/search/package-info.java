/** One box over everything that has words. */
package org.parole.gateway.search;
