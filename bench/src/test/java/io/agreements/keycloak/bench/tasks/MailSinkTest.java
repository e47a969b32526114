package io.agreements.keycloak.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MailSinkTest {
    private static final int MOST_MILLIS = 20_000;

    @Test
    void mailsAreTakenAndCounted() throws IOException {
        try (MailSink sink = MailSink.open()) {
            assertThat(conversation(
                            sink,
                            "EHLO there",
                            "MAIL FROM:<a@example.org>",
                            "RCPT TO:<b@example.org>",
                            "DATA",
                            "Subject: quit\r\n\r\nQUIT\r\n..\r\n.",
                            "QUIT"))
                    .containsExactly("220", "250", "250", "250", "354", "250", "221");
            assertThat(sink.mails()).isEqualTo(1);
        }
    }

    /** The beginning of each answer, the first of which comes by itself. */
    private static List<String> conversation(MailSink sink, String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sink.port())) {
            socket.setSoTimeout(MOST_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            List<String> answers = new ArrayList<>(List.of(in.readLine().substring(0, 3)));
            for (String line : lines) {
                out.print(line + "\r\n");
                out.flush();
                answers.add(in.readLine().substring(0, 3));
            }
            return answers;
        }
    }
}
