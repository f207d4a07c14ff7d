package org.parole.kit.inflight;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;

/** Options of the servers that the framework has no setting for. */
@ApplicationScoped
class ServerOptions implements HttpServerOptionsCustomizer {

    private final BoundsConfig config;

    ServerOptions(BoundsConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private void customize(HttpServerOptions options) {
        // Read by Netty when the first server is about to listen, which is later.
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        Http2Settings settings = options.getInitialSettings() == null
                ? new Http2Settings()
                : options.getInitialSettings();
        options.setInitialSettings(settings.setMaxConcurrentStreams(config.streams()));
    }
}
