/** The one API document, merged at build from what the services export at theirs. */
package org.parole.gateway.openapi;
