/** Who may do what. */
package org.parole.gateway.access;
