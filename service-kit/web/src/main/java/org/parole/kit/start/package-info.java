/** Whether a service may serve: its database has the tables that this program was built for. */
package org.parole.kit.start;
