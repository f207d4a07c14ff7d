/** What composed views share: parts asked for at once, and the honest naming of those that are missing. */
package org.parole.gateway.compose;
