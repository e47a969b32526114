package io.agreements.keycloak.testing.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for the client applications sign-ins come back to. The browser of the tests reaches it on port
 * {@value #PORT} of this machine, whoever else may be listening there.
 */
public final class ClientSite implements AutoCloseable {
    /** The port of redirect URIs in tests and in the sample realm. */
    public static final int PORT = 8000;

    private static final byte[] PAGE =
            "<!doctype html><html lang=\"en\"><title>Client</title><h1>Back at the client</h1></html>"
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private ClientSite(HttpServer server) {
        this.server = server;
    }

    static ClientSite open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", ClientSite::answer);
            server.start();
            return new ClientSite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rules that bring Chromium here from the clients' port, let it reach this machine, and nothing else. */
    String resolverRules() {
        String here = "127.0.0.1:" + server.getAddress().getPort();
        return "MAP localhost:" + PORT + " " + here + ", MAP 127.0.0.1:" + PORT + " " + here
                + ", MAP localhost localhost, MAP 127.0.0.1 127.0.0.1, MAP * ~NOTFOUND";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
        }
    }
}
