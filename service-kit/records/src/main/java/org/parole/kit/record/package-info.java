/** Record keeping: revisions in a strict order, the feed of changes, who recorded what, and safe retries. */
package org.parole.kit.record;
