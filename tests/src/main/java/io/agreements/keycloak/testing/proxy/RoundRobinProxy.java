package io.agreements.keycloak.testing.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands before the nodes of a cluster as a load balancer does: one request after the other goes to the next node, and a node
 * that says it is not ready, or is not there, is left out. What has been sent to a node is never sent to another one.
 */
public final class RoundRobinProxy implements AutoCloseable {

    private static final byte[] CLOSE = "Connection: close\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BACKLOG = 200;
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOKING_EVERY = Duration.ofMillis(200);

    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool(RoundRobinProxy::daemon);
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<ProxiedNode> nodes = List.of();
    private volatile List<ProxiedNode> only = List.of();
    private volatile boolean open = true;

    private RoundRobinProxy(ServerSocket entrance) {
        this.entrance = entrance;
    }

    /** Opens it on a free port; it leads nowhere yet. */
    public static RoundRobinProxy open() {
        try {
            RoundRobinProxy proxy = new RoundRobinProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            proxy.threads.execute(proxy::acceptAll);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is reached, without a slash at the end. */
    public String url() {
        return "http://localhost:" + entrance.getLocalPort();
    }

    /** Leads to these from now on; to be called once. */
    public void leadTo(List<ProxiedNode> all) {
        nodes = List.copyOf(all);
        nodes.forEach(node -> threads.execute(() -> lookAt(node)));
    }

    /** Sends every request to one of them, until this is asked for again. */
    public void leadOnlyTo(ProxiedNode node) {
        only = List.of(node);
    }

    /** Sends requests to all of them in turn again. */
    public void leadToAll() {
        only = List.of();
    }

    @Override
    public void close() {
        open = false;
        threads.shutdown();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAt(ProxiedNode node) {
        while (open) {
            node.look();
            LockSupport.parkNanos(LOOKING_EVERY.toNanos());
        }
    }

    private void acceptAll() {
        while (open) {
            try {
                Socket client = entrance.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                if (open) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout((int) ASKED_WITHIN.toMillis());
            ForwardedRequest request = ForwardedRequest.read(new BufferedInputStream(client.getInputStream()));
            if (request != null) {
                client.getOutputStream().write(answer(request.bytes()));
            }
        } catch (IOException clientIsGone) {
            // nobody is there to be answered
        }
    }

    private byte[] answer(byte[] request) {
        for (ProxiedNode node : inTurn()) {
            Optional<Socket> connection = node.connect();
            if (connection.isPresent()) {
                return answer(request, node, connection.get());
            }
        }
        return problem("503 Service Unavailable");
    }

    private static byte[] answer(byte[] request, ProxiedNode node, Socket connection) {
        try (connection) {
            connection.getOutputStream().write(request);
            byte[] answer = connection.getInputStream().readAllBytes();
            if (answer.length > 0) {
                node.countAnswer();
                return closing(answer);
            }
        } catch (IOException nodeIsGone) {
            // told below
        }
        return problem("502 Bad Gateway");
    }

    /** Those that are ready come first; where none is, the others say why themselves. */
    private List<ProxiedNode> inTurn() {
        if (!only.isEmpty()) {
            return only;
        }
        List<ProxiedNode> all = new ArrayList<>(nodes);
        if (!all.isEmpty()) {
            Collections.rotate(all, Math.floorMod(turn.getAndIncrement(), all.size()));
            List<ProxiedNode> ready = all.stream().filter(ProxiedNode::isReady).toList();
            all.removeAll(ready);
            all.addAll(0, ready);
        }
        return all;
    }

    /** Says below the first line that the connection is closed, or a client would send its next request over it. */
    private static byte[] closing(byte[] answer) {
        int head = 0;
        while (head < answer.length && answer[head] != '\n') {
            head++;
        }
        int rest = Math.min(head + 1, answer.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.length + CLOSE.length);
        bytes.write(answer, 0, rest);
        bytes.writeBytes(CLOSE);
        bytes.write(answer, rest, answer.length - rest);
        return bytes.toByteArray();
    }

    private static byte[] problem(String status) {
        return ("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        return thread;
    }
}
