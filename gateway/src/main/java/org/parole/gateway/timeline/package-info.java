/** What was said and what was reported, in one order. */
package org.parole.gateway.timeline;
