/** The services behind the gateway, and how they are asked. */
package org.parole.gateway.service;
