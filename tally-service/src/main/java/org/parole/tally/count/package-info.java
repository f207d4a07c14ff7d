/**
 * How a tally is made from release reports: reports in, answer out. Nothing here knows of a framework, a database or the
 * clock, and the same reports give the same answer in whatever order they arrived.
 */
package org.parole.tally.count;
