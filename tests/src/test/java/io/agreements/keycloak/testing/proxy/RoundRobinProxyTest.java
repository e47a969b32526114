package io.agreements.keycloak.testing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agreements.keycloak.testing.http.BoundedHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands before a cluster in tests. */
final class RoundRobinProxyTest {

    private static final int TRIES = 10;

    private final RoundRobinProxy proxy = RoundRobinProxy.open();
    private Server a;
    private Server b;

    @BeforeEach
    void start() throws IOException {
        a = new Server("a");
        b = new Server("b");
        proxy.leadTo(List.of(a.node, b.node));
    }

    @AfterEach
    void stop() {
        proxy.close();
        a.end();
        b.end();
    }

    @Test
    void requestsGoToTheNodesInTurn() {
        assertThat(askOften()).isEqualTo("a b a b a b a b a b");
        assertThat(a.node.answers()).isEqualTo(TRIES / 2);
        assertThat(b.node.answers()).isEqualTo(TRIES / 2);
    }

    @Test
    void aNodeThatIsGoneIsLeftOut() {
        a.end();

        assertThat(askOften()).doesNotContain("a", "nobody");
    }

    @Test
    void aNodeThatIsNotReadyIsLeftOutUntilItIs() {
        b.health = 503;
        await(() -> !b.node.isReady());
        assertThat(askOften()).doesNotContain("b");

        b.health = 200;
        await(b.node::isReady);
        assertThat(askOften()).contains("b");
    }

    @Test
    void whereNoNodeIsReadyTheyAreAskedNevertheless() {
        a.health = 503;
        b.health = 503;
        await(() -> !a.node.isReady() && !b.node.isReady());

        assertThat(askOften()).contains("a", "b");
    }

    @Test
    void oneNodeAloneCanBeNamed() {
        proxy.leadOnlyTo(b.node);
        assertThat(askOften()).doesNotContain("a");

        proxy.leadToAll();
        assertThat(askOften()).contains("a", "b");
    }

    @Test
    void whereNobodyIsThereItSaysSo() {
        a.end();
        b.end();

        assertThat(ask("/", "").statusCode()).isEqualTo(503);
    }

    @Test
    void whatIsSentArrivesAndTheAnswerComesBackWhole() {
        String body = "字".repeat(20_000);

        HttpResponse<String> answer = ask("/echo?as=it+is", body);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Asked")).contains("/echo?as=it+is said hello");
        assertThat(answer.body()).isEqualTo(body);
    }

    /** Who answered, in order. */
    private String askOften() {
        return String.join(
                " ",
                IntStream.range(0, TRIES)
                        .mapToObj(times ->
                                ask("/", "").headers().firstValue("X-Node").orElse("nobody"))
                        .toList());
    }

    private HttpResponse<String> ask(String path, String body) {
        return BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(proxy.url() + path))
                        .header("X-Greeting", "hello")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Answers with what it was asked, and its name. */
    private static final class Server {

        final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        final ProxiedNode node;
        volatile int health = 200;
        private boolean ended;

        Server(String name) throws IOException {
            http.createContext("/", exchange -> echo(exchange, name));
            http.createContext("/health", exchange -> {
                exchange.sendResponseHeaders(health, -1);
                exchange.close();
            });
            http.start();
            String url = "http://localhost:" + http.getAddress().getPort();
            node = new ProxiedNode(() -> url, () -> url + "/health");
        }

        void end() {
            if (!ended) {
                ended = true;
                http.stop(0);
            }
        }

        private static void echo(HttpExchange exchange, String name) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("X-Node", name);
            exchange.getResponseHeaders()
                    .set(
                            "X-Asked",
                            exchange.getRequestURI() + " said "
                                    + exchange.getRequestHeaders().getFirst("X-Greeting"));
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=" + StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        }
    }
}
