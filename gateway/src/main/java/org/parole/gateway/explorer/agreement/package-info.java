/** An agreement: how its promises were kept, according to whom, and who disputes it. */
package org.parole.gateway.explorer.agreement;
