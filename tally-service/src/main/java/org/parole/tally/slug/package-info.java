/** Records that are cited by hand: known by a slug in place of an id. */
package org.parole.tally.slug;
