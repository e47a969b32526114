package io.agreements.keycloak.testing.proxy;

import io.agreements.keycloak.testing.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A server behind the proxy. It may come back at other addresses than it had. */
public final class ProxiedNode {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(2);

    private final Supplier<String> url;
    private final Supplier<String> health;
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean ready = true;

    /**
     * @param url where it is at the moment
     * @param health where it says with status 200 that it may be asked
     */
    public ProxiedNode(Supplier<String> url, Supplier<String> health) {
        this.url = url;
        this.health = health;
    }

    /** How many requests it has answered. */
    public long answers() {
        return answers.get();
    }

    boolean isReady() {
        return ready;
    }

    void look() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(health.get())).build();
            ready = BoundedHttp.send(request, HttpResponse.BodyHandlers.discarding(), HEALTHY_WITHIN)
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException goneOrBusy) {
            ready = false;
        }
    }

    /** Empty if it is not there: then nothing was sent, and another node may be asked. */
    Optional<Socket> connect() {
        URI address = URI.create(url.get());
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()), (int) CONNECTED_WITHIN.toMillis());
            socket.setSoTimeout((int) ANSWERED_WITHIN.toMillis());
            return Optional.of(socket);
        } catch (IOException notThere) {
            ready = false;
            close(socket);
            return Optional.empty();
        }
    }

    void countAnswer() {
        answers.incrementAndGet();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
