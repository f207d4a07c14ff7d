/** The three times of Parole: event time, publication time and record time. */
package org.parole.kit.time;
