/** Charts as files, and for the pages of others. */
package org.parole.gateway.explorer.picture;
