package org.parole.gateway.limit;

import io.vertx.core.net.SocketAddress;

/** Which addresses count as one. */
public final class Addresses {

    private Addresses() {
    }

    /** An IPv4 address as it is; of an IPv6 address the network (/64), because one client usually has all its addresses. */
    public static String holder(SocketAddress address) {
        String text = address == null ? null : address.hostAddress();
        if (text == null) {
            return "unknown";
        }
        if (text.indexOf(':') < 0) {
            return text;
        }
        if (text.startsWith("::ffff:") && text.indexOf('.') > 0) {
            return text.substring("::ffff:".length());
        }
        // Java writes all eight groups, so four of them are the first 64 bits.
        int end = -1;
        for (int group = 0; group < 4; group++) {
            end = text.indexOf(':', end + 1);
            if (end < 0) {
                return text;
            }
        }
        return text.substring(0, end) + "::/64";
    }
}
