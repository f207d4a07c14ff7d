/** Records with a slug in place of an id, because people cite them. */
package org.parole.tally.slug;
