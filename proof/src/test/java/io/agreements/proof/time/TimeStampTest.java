package io.agreements.proof.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a stamp that {@code openssl ts} made. */
final class TimeStampTest {

    private static final Instant TIME = Instant.parse("2026-11-29T11:13:47Z");
    private static final byte[] CHECKPOINT = resource("checkpoint");
    private static final byte[] ANSWER = resource("answer.tsr");
    private static final TimeStampQuery QUERY =
            TimeStampQuery.of(CHECKPOINT, Optional.empty(), new BigInteger("D7A97F20E86DFB", 16));

    @Test
    void aStampSaysWhenToWhomTrustsTheRoot() throws UnverifiedException {
        TimeStamp stamp = QUERY.read(ANSWER);

        assertThat(stamp.saidTime()).isEqualTo(TIME);
        assertThat(stamp.verify(CHECKPOINT, List.of(certificate("stranger.pem"), certificate("root.pem"))))
                .isEqualTo(TIME);
        assertThat(TimeStamp.parse(stamp.bytes()).verify(CHECKPOINT, List.of(certificate("root.pem"))))
                .isEqualTo(TIME);
        assertThat(stamp.verify(CHECKPOINT, List.of(certificate("authority.pem"))))
                .isEqualTo(TIME);
    }

    @Test
    void aStampOnSomethingElseProvesNothing() throws UnverifiedException {
        TimeStamp stamp = QUERY.read(ANSWER);

        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> stamp.verify(new byte[0], List.of(certificate("root.pem"))))
                .withMessageContaining("something else");
    }

    @Test
    void aStampOfAStrangerProvesNothing() throws UnverifiedException {
        TimeStamp stamp = QUERY.read(ANSWER);

        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> stamp.verify(CHECKPOINT, List.of(certificate("stranger.pem"))))
                .withMessageContaining("CN=Time Stamp Authority");
        assertThatExceptionOfType(UnverifiedException.class).isThrownBy(() -> stamp.verify(CHECKPOINT, List.of()));
    }

    @Test
    void anAnswerToAnotherQueryIsRefused() {
        TimeStampQuery otherNonce = TimeStampQuery.of(CHECKPOINT, Optional.empty(), BigInteger.ONE);
        TimeStampQuery otherBytes =
                TimeStampQuery.of(new byte[0], Optional.empty(), new BigInteger("D7A97F20E86DFB", 16));

        assertThatExceptionOfType(UnverifiedException.class).isThrownBy(() -> otherNonce.read(ANSWER));
        assertThatExceptionOfType(UnverifiedException.class).isThrownBy(() -> otherBytes.read(ANSWER));
    }

    @Test
    void aRefusalIsToldAsOne() {
        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> QUERY.read(resource("refusal.tsr")))
                .withMessageContaining("Requested policy is not supported.");
    }

    @Test
    void aRefusalInWordsThatCannotBeReadIsToldAsOneToo() throws Exception {
        byte[] refusal = resource("refusal.tsr");
        byte[] words = "Requested".getBytes(StandardCharsets.US_ASCII);
        int at = 0;
        while (!Arrays.equals(Arrays.copyOfRange(refusal, at, at + words.length), words)) {
            at++;
        }
        refusal[at] = (byte) 0xFF;

        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> QUERY.read(refusal))
                .withMessageContaining("with a reason that cannot be read");
    }

    /** Whatever bit is changed: it cannot be read, or does not prove the time any more. */
    @Test
    void noChangedStampProvesAnotherTime() throws Exception {
        byte[] stamp = QUERY.read(ANSWER).bytes();
        List<X509Certificate> trusted = List.of(certificate("root.pem"));
        for (int at = 0; at < stamp.length; at++) {
            byte[] changed = stamp.clone();
            changed[at] ^= 1;
            Instant proven;
            try {
                proven = TimeStamp.parse(changed).verify(CHECKPOINT, trusted);
            } catch (MalformedException | UnverifiedException e) {
                continue;
            }
            assertThat(proven).as("byte " + at).isEqualTo(TIME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "1.", ".1", "1.2.x", "3.1.1.1", "1.2.3 "})
    void whatIsNoObjectIdentifierIsNoPolicy(String policy) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> TimeStampQuery.of(CHECKPOINT, Optional.of(policy), BigInteger.ONE));
    }

    @Test
    void whatIsNoAnswerAndNoStampIsRefused() {
        for (int length = 0; length < ANSWER.length; length += 7) {
            byte[] part = Arrays.copyOf(ANSWER, length);
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> QUERY.read(part));
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TimeStamp.parse(part));
        }
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TimeStamp.parse(ANSWER));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TimeStamp.parse(new byte[70_000]));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> QUERY.read(new byte[70_000]));
    }

    private static X509Certificate certificate(String name) {
        try (InputStream in = TimeStampTest.class.getResourceAsStream("/time/" + name)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = TimeStampTest.class.getResourceAsStream("/time/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
