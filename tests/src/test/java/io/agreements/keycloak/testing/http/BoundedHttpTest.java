package io.agreements.keycloak.testing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class BoundedHttpTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aServerThatSaysNothingIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpRequest request = request(silent.getLocalPort());

            assertThatThrownBy(() -> BoundedHttp.send(request, BodyHandlers.ofString(), SHORT))
                    .hasMessageContaining("No whole answer within PT0.3S");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotWaitedFor() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            await(over);
        });
        server.start();
        try {
            HttpRequest request = request(server.getAddress().getPort());

            assertThatThrownBy(() -> BoundedHttp.send(request, BodyHandlers.ofString(), SHORT))
                    .hasMessageContaining("No whole answer within PT0.3S");
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    @Test
    void nobodyThereIsAFailureOfTheNetwork() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThatThrownBy(() -> BoundedHttp.send(request(port), BodyHandlers.ofString(), Duration.ofMinutes(1)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
