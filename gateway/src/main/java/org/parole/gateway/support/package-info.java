/** Small classes that several features share. */
package org.parole.gateway.support;
