/** What is new, as Atom feeds. */
package org.parole.gateway.explorer.feed;
