/** HTTP at every endpoint: conditional requests, limits and strict parameters. */
package org.parole.kit.http;
