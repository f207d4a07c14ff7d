/** The Parole gateway. */
package org.parole.gateway;
