/**
 * Where the words of a quote stand in a text, and whether they really do. Nothing here knows of HTTP or of a database.
 *
 * <p>Every position is counted in Unicode code points of the text in normal form NFC, the first code point being 0 and
 * the end being exclusive, as in the TextPositionSelector of the W3C Web Annotation model.
 */
package org.parole.quote.anchor;
