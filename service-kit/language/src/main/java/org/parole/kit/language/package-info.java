/**
 * Words and numbers of all languages, by Unicode's own data: what two keyboards do to the same words, which numbers
 * stand in a text, and which words negate, restrict or weaken a statement. A plain library: nothing here knows of HTTP,
 * of a database or of the framework.
 */
package org.parole.kit.language;
