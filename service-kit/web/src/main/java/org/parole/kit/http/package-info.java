/** Conditional requests, limits and strict parameters: what every endpoint does about HTTP. */
package org.parole.kit.http;
