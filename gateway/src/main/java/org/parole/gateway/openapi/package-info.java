/** The API document, merged at build time from the documents of the services. */
package org.parole.gateway.openapi;
