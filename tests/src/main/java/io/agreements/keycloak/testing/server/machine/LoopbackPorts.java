package io.agreements.keycloak.testing.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports nobody listens on at the moment. */
public final class LoopbackPorts {
    /** By so much above a node's port JGroups has another one, by which the others notice that it is gone. */
    private static final int NOTICING = 50_000;

    /** With the ports above them, these lie outside the range from which a system takes ports by itself. */
    private static final int FIRST_OF_NODES = 11_000;

    private static final int LAST_OF_NODES = 15_000;
    private static final int TRIES = 1_000;

    private LoopbackPorts() {}

    /** One of them. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them for what the nodes of a cluster say to each other. */
    public static int freeForNode() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST_OF_NODES, LAST_OF_NODES))
                .limit(TRIES)
                .filter(port -> isFree(port) && isFree(port + NOTICING))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("No free port between " + FIRST_OF_NODES + " and " + LAST_OF_NODES));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }
}
