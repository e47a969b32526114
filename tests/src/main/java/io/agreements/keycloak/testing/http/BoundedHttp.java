package io.agreements.keycloak.testing.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and waits for whole answers, but not for ever. */
public final class BoundedHttp {
    /** For whatever a server does in one request, on a machine that has much else to do. */
    public static final Duration ANSWERED_WITHIN = Duration.ofMinutes(3);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private BoundedHttp() {}

    /** The answer to this request, its body read to the end. */
    public static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        return send(request.build(), body, ANSWERED_WITHIN);
    }

    /** The same for somebody with less patience. */
    public static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body, Duration within) {
        CompletableFuture<HttpResponse<T>> answer = CLIENT.sendAsync(request, body);
        try {
            return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UncheckedIOException(
                    new HttpTimeoutException("No whole answer within " + within + ": " + request));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the answer to " + request, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(request.toString(), cause);
            }
            throw new IllegalStateException(request.toString(), e.getCause());
        }
    }
}
