/** Ids of records and of requests. */
package org.parole.kit.id;
