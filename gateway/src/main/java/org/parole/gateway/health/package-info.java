/** Whether the gateway works, and what behind it does not. */
package org.parole.gateway.health;
