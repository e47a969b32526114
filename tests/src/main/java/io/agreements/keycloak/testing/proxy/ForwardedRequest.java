package io.agreements.keycloak.testing.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request of HTTP/1.1 as it is sent on: over a connection of its own.
 *
 * @param head its first line and its headers
 * @param body as long as {@code Content-Length} says
 */
record ForwardedRequest(List<String> head, byte[] body) {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_BODY = 16 * 1024 * 1024;
    private static final String LENGTH = "content-length:";

    /** What is said of the connection, and not of the request. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "upgrade", "http2-settings", "keep-alive", "transfer-encoding");

    /** @return null if the connection was closed without a request */
    static ForwardedRequest read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            bytes.write(next);
            end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
            if (bytes.size() > LONGEST_HEAD) {
                throw new IOException("The head of a request is longer than " + LONGEST_HEAD);
            }
        }
        List<String> lines = bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        return new ForwardedRequest(lines, body(in, length(lines)));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stream.concat(
                        head.stream().filter(line -> !OF_THE_CONNECTION.contains(name(line))),
                        Stream.of("Connection: close"))
                .map(line -> (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1))
                .forEach(bytes::writeBytes);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static int length(List<String> lines) throws IOException {
        int length = lines.stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(LENGTH))
                .findFirst()
                .map(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
                .orElse(0);
        if (length > LONGEST_BODY) {
            throw new IOException("The body of a request is longer than " + LONGEST_BODY);
        }
        return length;
    }

    private static byte[] body(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The body of a request ended too soon");
        }
        return body;
    }
}
