/** API keys: creates, checks and revokes them. */
package org.parole.gateway.key;
