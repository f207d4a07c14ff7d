/** Pages for people: the gateway's views as HTML, with their pictures and feeds. Nothing is counted or decided here. */
package org.parole.gateway.explorer;
