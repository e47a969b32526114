package io.agreements.keycloak.bench.tasks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server of this machine that takes whatever comes, at once, and keeps nothing but how many there were. */
final class MailSink implements AutoCloseable {
    private static final int WAITING = 200;

    private final ServerSocket socket;
    private final ExecutorService threads;
    private final AtomicLong mails = new AtomicLong();
    private volatile boolean closed;

    private MailSink(ServerSocket socket) {
        this.socket = socket;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "mail-sink");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** One that is there for whoever comes. */
    static MailSink open() {
        try {
            MailSink sink = new MailSink(new ServerSocket(0, WAITING, InetAddress.getByName("127.0.0.1")));
            sink.threads.execute(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many it has got. */
    long mails() {
        return mails.get();
    }

    private void accept() {
        try {
            while (!closed) {
                Socket sender = socket.accept();
                threads.execute(() -> serve(sender));
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket sender) {
        try (sender;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(sender.getInputStream(), StandardCharsets.ISO_8859_1))) {
            sender.setTcpNoDelay(true);
            OutputStream out = sender.getOutputStream();
            answer(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.strip().toUpperCase(Locale.ROOT)) {
                    case "DATA" -> take(in, out);
                    case "QUIT" -> {
                        answer(out, "221 gone");
                        return;
                    }
                    default -> answer(out, "250 yes");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A mail was not taken", e);
        }
    }

    private void take(BufferedReader in, OutputStream out) throws IOException {
        answer(out, "354 go on");
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (line != null) {
            mails.incrementAndGet();
            answer(out, "250 taken");
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
