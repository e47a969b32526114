package io.agreements.proof.time;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** What an authority signed: that it was shown a digest, and when (a TimeStampToken of RFC 3161). */
public final class TimeStamp {

    private static final int LONGEST = 64 * 1024;

    private final TimeStampToken token;

    private TimeStamp(TimeStampToken token) {
        this.token = token;
    }

    static TimeStamp of(TimeStampToken token) {
        return new TimeStamp(token);
    }

    /** Reads what {@link #bytes()} wrote. */
    public static TimeStamp parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new MalformedException("A time stamp has at most %d bytes".formatted(LONGEST));
        }
        try {
            return new TimeStamp(new TimeStampToken(new CMSSignedData(bytes)));
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            throw new MalformedException("That is no time stamp");
        }
    }

    /** What is stored; by itself, without the answer it came in. */
    public byte[] bytes() {
        try {
            return token.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When its maker says it was made, before anybody has verified that. */
    public Instant saidTime() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** Whether it is on these bytes, as it says itself. */
    public boolean isOn(byte[] stamped) {
        return token.getTimeStampInfo().getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && MessageDigest.isEqual(
                        token.getTimeStampInfo().getMessageImprintDigest(), TimeStampQuery.digest(stamped));
    }

    /**
     * When these bytes were there already, as an authority says that one of these certificates vouches for.
     *
     * <p>Certificates have to have been good at that time; whether one was withdrawn since cannot be known offline.
     */
    public Instant verify(byte[] stamped, Collection<X509Certificate> trusted) throws UnverifiedException {
        try {
            requireImprint(stamped);
            X509Certificate signer = signer(trusted);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            requireTrust(signer, trusted);
            return saidTime();
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle reads much of a stamp only when it is looked at.
            throw new UnverifiedException("The time stamp was not made by whom it names: " + e.getMessage());
        }
    }

    /** The same as its maker says it, whom nobody vouches for: it is on these bytes, and by the certificate it brings along. */
    public Instant verifyWithoutTrust(byte[] stamped) throws UnverifiedException {
        try {
            requireImprint(stamped);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer(List.of())));
            return saidTime();
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            throw new UnverifiedException("The time stamp was not made by whom it names: " + e.getMessage());
        }
    }

    private void requireImprint(byte[] stamped) throws UnverifiedException {
        if (!isOn(stamped)) {
            throw new UnverifiedException("The time stamp is on something else");
        }
    }

    private X509Certificate signer(Collection<X509Certificate> trusted) throws UnverifiedException {
        List<X509Certificate> all = new ArrayList<>(included());
        all.addAll(trusted);
        for (X509Certificate certificate : all) {
            X509CertificateHolder holder = holder(certificate);
            if (token.getSID().match(holder)) {
                return certificate;
            }
        }
        throw new UnverifiedException("The time stamp does not bring the certificate of its maker along");
    }

    private void requireTrust(X509Certificate signer, Collection<X509Certificate> trusted) throws UnverifiedException {
        if (trusted.contains(signer)) {
            requireValidity(signer);
            return;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    trusted.stream()
                            .map(certificate -> new TrustAnchor(certificate, null))
                            .collect(Collectors.toSet()),
                    target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(included())));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(saidTime()));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new UnverifiedException("None of the trusted certificates vouches for the time stamp authority %s: %s"
                    .formatted(signer.getSubjectX500Principal(), e.getMessage()));
        }
    }

    private void requireValidity(X509Certificate signer) throws UnverifiedException {
        try {
            signer.checkValidity(Date.from(saidTime()));
        } catch (GeneralSecurityException e) {
            throw new UnverifiedException("The certificate of the time stamp authority %s was not good at that time"
                    .formatted(signer.getSubjectX500Principal()));
        }
    }

    private List<X509Certificate> included() throws UnverifiedException {
        List<X509Certificate> all = new ArrayList<>();
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            try {
                all.add(converter.getCertificate(holder));
            } catch (GeneralSecurityException e) {
                throw new UnverifiedException("The time stamp brings a certificate along that cannot be read");
            }
        }
        return all;
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws UnverifiedException {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new UnverifiedException("A trusted certificate cannot be read");
        }
    }
}
