/** API keys: made, checked, revoked. */
package org.parole.gateway.key;
