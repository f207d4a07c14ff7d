package org.parole.kit.inflight;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Watches each connection from its first byte, where the servers of Vert.x tell nobody before the first whole request. Netty finds this
 * class as a service and asks it about every connection that is accepted, once {@link ServerOptions} has said that it may.
 */
public final class AcceptedConnections extends ChannelInitializerExtension {

    private static final Set<ClientConnection> OPEN = ConcurrentHashMap.newKeySet();

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        add(channel);
    }

    /** Begins to watch a connection until it is closed. */
    static ClientConnection add(Channel channel) {
        ClientConnection connection = ClientConnection.watch(channel);
        OPEN.add(connection);
        channel.closeFuture().addListener(closed -> OPEN.remove(connection));
        return connection;
    }

    /** Those that are open. */
    static Set<ClientConnection> open() {
        return OPEN;
    }
}
