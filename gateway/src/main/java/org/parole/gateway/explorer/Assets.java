package org.parole.gateway.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.qute.TemplateGlobal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Style, script and fonts of the pages, under an address that changes with their content and keeps for a year. */
@ApplicationScoped
public class Assets {

    /** Below it stands everything that the pages load. */
    public static final String ROOT = "/assets/";

    private static final Map<String, String> TYPES = Map.of("explorer.css", "text/css;charset=UTF-8", "explorer.js",
            "text/javascript;charset=UTF-8", "theme.js", "text/javascript;charset=UTF-8", "inter.woff2", "font/woff2",
            "source-serif.woff2", "font/woff2", "icon.svg", "image/svg+xml");
    /** Bytes and no buffers: those belong to the allocator of the process that serves, which an executable has not at its build. */
    private static final Map<String, byte[]> FILES = read();
    private static final String VERSION = version();

    /** The folder of this version, with a slash at its end; {@code assets} in every template. */
    @TemplateGlobal(name = "assets")
    static String folder() {
        return ROOT + VERSION + '/';
    }

    void route(@Observes Router router) {
        router.get(ROOT + ":version/:name").order(0).handler(Assets::serve);
        router.get("/favicon.ico").order(0)
                .handler(context -> context.response().setStatusCode(301).putHeader("Location", folder() + "icon.svg")
                        .end());
    }

    private static void serve(RoutingContext context) {
        String name = context.pathParam("name");
        if (!VERSION.equals(context.pathParam("version")) || !FILES.containsKey(name)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", TYPES.get(name)).putHeader("Cache-Control",
                "public, max-age=31536000, immutable").end(Buffer.buffer(FILES.get(name)));
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        TYPES.keySet().stream().sorted().forEach(name -> {
            try (InputStream in = Assets.class.getResourceAsStream("/explorer/assets/" + name)) {
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FILES.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
