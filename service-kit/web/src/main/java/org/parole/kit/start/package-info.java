/** Decides whether a service may serve: its database must have the schema for which the program was built. */
package org.parole.kit.start;
