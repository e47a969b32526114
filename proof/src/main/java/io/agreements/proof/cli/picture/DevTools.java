package io.agreements.proof.cli.picture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Commands to a page of a browser, in its DevTools protocol. One thread uses it. */
final class DevTools implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Inbox inbox = new Inbox();
    private final WebSocket socket;
    private final List<String> passedOver = new ArrayList<>();
    private int commands;

    DevTools(HttpClient client, URI page) throws IOException {
        this.socket = within(client.newWebSocketBuilder().buildAsync(page, inbox));
    }

    /**
     * @param parameters a JSON object
     * @return the answer as the browser writes it
     */
    String command(String method, String parameters) throws IOException {
        int id = ++commands;
        within(socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters), true));
        String answer = await(message -> message.startsWith("{\"id\":" + id + ","));
        if (answer.startsWith("{\"id\":" + id + ",\"error\"")) {
            throw new IOException("The browser refuses " + method + ": " + answer);
        }
        return answer;
    }

    /** Does something, and waits until the browser tells of what comes of it. */
    void until(String event, String method, String parameters) throws IOException {
        passedOver.clear();
        command(method, parameters);
        Predicate<String> isEvent = message -> message.startsWith("{\"method\":\"" + event + "\"");
        if (passedOver.stream().noneMatch(isEvent)) {
            await(isEvent);
        }
    }

    private String await(Predicate<String> wanted) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                String message = inbox.messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    throw new IOException("The browser does not answer");
                }
                if (wanted.test(message)) {
                    return message;
                }
                passedOver.add(message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static <T> T within(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The browser cannot be spoken to", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts messages together that come in parts. */
    private static final class Inbox implements WebSocket.Listener {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence words, boolean last) {
            part.append(words);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
