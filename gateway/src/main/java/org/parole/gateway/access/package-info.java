/** Access rules: who may do what. */
package org.parole.gateway.access;
