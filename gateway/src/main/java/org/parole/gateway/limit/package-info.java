/** How much one caller may ask for. */
package org.parole.gateway.limit;
