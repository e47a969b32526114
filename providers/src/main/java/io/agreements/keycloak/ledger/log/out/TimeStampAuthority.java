package io.agreements.keycloak.ledger.log.out;

import io.agreements.keycloak.ledger.log.LogSettings;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint.Stamp;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.time.TimeStamp;
import io.agreements.proof.time.TimeStampQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Somebody who signs that a digest was there at a time (RFC 3161, over HTTP), and by whose certificates that is believed. */
public final class TimeStampAuthority {

    private static final int NONCE_BITS = 64;

    private final URI address;
    private final Optional<String> policy;
    private final List<X509Certificate> trusted;
    private final SecureRandom random = new SecureRandom();

    private TimeStampAuthority(URI address, Optional<String> policy, List<X509Certificate> trusted) {
        this.address = address;
        this.policy = policy;
        this.trusted = trusted;
    }

    /**
     * Reads what is said of it.
     *
     * @throws IllegalArgumentException if its policy is no object identifier, or its certificates are none
     */
    public static TimeStampAuthority of(LogSettings.TimeStamps settings) {
        TimeStampAuthority authority = new TimeStampAuthority(
                settings.address(), Optional.ofNullable(settings.policy()), certificates(settings.certificates()));
        try {
            authority.query(new byte[0]);
            return authority;
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends java.security.cert.Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("There is no certificate in " + file);
            }
            return all.stream().map(X509Certificate.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The certificates for time stamps cannot be read: " + file, e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The certificates for time stamps in " + file + " are none", e);
        }
    }

    String name() {
        return address.toString();
    }

    /** @throws IOException if it gives none that proves anything */
    Stamp stamp(WebClient web, byte[] stamped) throws IOException {
        TimeStampQuery query = query(stamped);
        WebClient.Answer answer = web.post(address, TimeStampQuery.MEDIA_TYPE, query.bytes());
        if (!answer.isSuccess()) {
            throw new IOException(address + " answered " + answer.status());
        }
        try {
            TimeStamp stamp = query.read(answer.body());
            return new Stamp(stamp.verify(stamped, trusted), stamp.bytes());
        } catch (MalformedException | UnverifiedException e) {
            throw new IOException(address + " gave no time stamp that is good: " + e.getMessage(), e);
        }
    }

    private TimeStampQuery query(byte[] stamped) {
        return TimeStampQuery.of(stamped, policy, new BigInteger(NONCE_BITS, random));
    }
}
