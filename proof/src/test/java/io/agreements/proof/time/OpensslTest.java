package io.agreements.proof.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.agreements.proof.UnverifiedException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code openssl ts} as the authority, and as somebody who checks its stamps. */
@Tag("long")
final class OpensslTest {

    private static final byte[] CHECKPOINT =
            "log.example/one\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    @BeforeEach
    void makeAuthority() throws Exception {
        Files.writeString(directory.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = authority
                [authority]
                serial = serial
                default_policy = 1.2.3.4.1
                other_policies = 1.2.3.4.5
                digests = sha256
                signer_digest = sha256
                ess_cert_id_alg = sha256
                """);
        Files.writeString(directory.resolve("serial"), "01\n");
        Files.writeString(
                directory.resolve("extensions"),
                "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -days 10"
                + " -subj /CN=Root -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign");
        openssl(
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Authority");
        openssl("x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -out tsa.pem -days 10"
                + " -extfile extensions");
    }

    @Test
    void opensslStampsWhatIsAskedAndVerifiesWhatWasStamped() throws Exception {
        TimeStampQuery query =
                TimeStampQuery.of(CHECKPOINT, Optional.of("1.2.3.4.5"), new BigInteger(64, new SecureRandom()));
        TimeStamp stamp = query.read(answer(query));

        assertThat(stamp.verify(CHECKPOINT, List.of(root()))).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        Files.write(directory.resolve("checkpoint"), CHECKPOINT);
        Files.write(directory.resolve("stamp"), stamp.bytes());
        assertThat(openssl("ts -verify -data checkpoint -in stamp -token_in -CAfile root.pem"))
                .contains("Verification: OK");
        assertThat(openssl("ts -reply -in stamp -token_in -text")).contains("Policy OID: 1.2.3.4.5");
    }

    @Test
    void aPolicyThatTheAuthorityDoesNotHaveIsRefused() {
        TimeStampQuery query = TimeStampQuery.of(CHECKPOINT, Optional.of("1.2.3.4.6"), BigInteger.ONE);

        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> query.read(answer(query)))
                .withMessageContaining("policy");
    }

    private byte[] answer(TimeStampQuery query) throws IOException, InterruptedException {
        Files.write(directory.resolve("query"), query.bytes());
        openssl("ts -reply -config tsa.cnf -queryfile query -signer tsa.pem -inkey tsa.key -out answer");
        return Files.readAllBytes(directory.resolve("answer"));
    }

    private X509Certificate root() throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(directory.resolve("root.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private String openssl(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ")));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("openssl ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
