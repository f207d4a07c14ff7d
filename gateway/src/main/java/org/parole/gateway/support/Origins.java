package org.parole.gateway.support;

import org.parole.kit.http.PublicAddress;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Under which address the gateway was asked. */
public final class Origins {

    private Origins() {
    }

    /** Scheme and host by which a client came, as in an address; those of the connection where it named none that can be one. */
    public static String of(HttpServerRequest request) {
        String origin = request.scheme() + "://" + request.authority();
        if (request.authority() != null && PublicAddress.isOne(origin)) {
            return origin;
        }
        SocketAddress here = request.localAddress();
        String host = here.hostAddress();
        return request.scheme() + "://" + (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + here.port();
    }
}
