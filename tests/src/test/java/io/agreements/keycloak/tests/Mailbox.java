package io.agreements.keycloak.tests;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.agreements.keycloak.testing.limit.TimeLimit;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.representations.idm.RealmRepresentation;

/** A mail server, and all that comes to it. */
final class Mailbox implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    Mailbox() {
        server.start();
    }

    /** Makes the realm send its mail here. */
    void serve(Pop800 pop800) {
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setSmtpServer(new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(server.getSmtp().getPort()),
                "from", "service@pop800.example")));
        pop800.realm().admin().update(realm);
    }

    /** All mail once there are that many, the oldest first. */
    List<Letter> await(int count) {
        if (!server.waitForIncomingEmail(PATIENCE_MS, count)) {
            throw new AssertionError("No " + count + " mails, but " + server.getReceivedMessages().length);
        }
        return Stream.of(server.getReceivedMessages()).map(Letter::of).toList();
    }

    int size() {
        return server.getReceivedMessages().length;
    }

    @Override
    public void close() {
        TimeLimit.within(STOPPED_WITHIN, server::stop, () -> {});
    }

    record Letter(String to, String subject, String text, String html) {

        private static Letter of(MimeMessage message) {
            try {
                MimeMultipart parts = (MimeMultipart) message.getContent();
                return new Letter(
                        GreenMailUtil.getAddressList(message.getAllRecipients()),
                        message.getSubject(),
                        part(parts, "text/plain"),
                        part(parts, "text/html"));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String part(MimeMultipart parts, String type) throws MessagingException, IOException {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return (String) part.getContent();
                }
            }
            throw new AssertionError("no part " + type);
        }
    }
}
