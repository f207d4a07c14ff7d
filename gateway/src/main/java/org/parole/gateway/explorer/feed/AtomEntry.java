package org.parole.gateway.explorer.feed;

/**
 * An entry of a feed.
 *
 * @param id that never changes
 * @param path of the page that shows it
 * @param title in a line
 * @param text in full; null where there is none
 * @param updated when it was recorded; null where that is not known
 */
record AtomEntry(String id, String path, String title, String text, String updated) {
}
