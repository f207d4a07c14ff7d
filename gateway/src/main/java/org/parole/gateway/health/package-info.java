/** The health of the gateway, and of the services behind it. */
package org.parole.gateway.health;
