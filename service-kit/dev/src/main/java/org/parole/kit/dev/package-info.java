/** The embedded PostgreSQL and the launcher behind {@code ./run}, dev mode and tests; never in a production artifact. */
package org.parole.kit.dev;
