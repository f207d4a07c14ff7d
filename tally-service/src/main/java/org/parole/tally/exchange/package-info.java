/** Exchanges: parties that let people go at one time, by one arrangement, each its own. */
package org.parole.tally.exchange;
