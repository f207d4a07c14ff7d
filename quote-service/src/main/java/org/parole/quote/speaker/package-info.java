/** Speakers: persons, organisations, groups and the unnamed, with their other names and their roles over time. */
package org.parole.quote.speaker;
