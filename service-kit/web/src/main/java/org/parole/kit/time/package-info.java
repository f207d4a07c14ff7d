/**
 * The three times of Parole: event time, publication time and record time.
 *
 * @see <a href="../../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.kit.time;
