package org.parole.kit.dev;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for a service where only the launcher is tested: it says that it is ready, writes its environment beside its
 * jar, and ends at a request to {@code /end}. It fails to start where there is a file {@code fails} beside its jar.
 */
final class FakeService {

    private FakeService() {
    }

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
        if (Files.exists(home.resolve("fails"))) {
            System.out.println("The database cannot be reached.");
            System.exit(3);
        }
        StringBuilder environment = new StringBuilder();
        new TreeMap<>(System.getenv())
                .forEach((name, value) -> environment.append(name).append('=').append(value).append('\n'));
        Files.writeString(home.resolve("environment"), environment);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"),
                Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"))), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            if (exchange.getRequestURI().getPath().equals("/end")) {
                System.exit(4);
            }
        });
        server.start();
    }
}
