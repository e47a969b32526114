package io.agreements.proof.time;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks an authority for a stamp on some bytes, of which it learns the SHA-256 only. */
public final class TimeStampQuery {

    /** With what an HTTP request says the type of {@link #bytes()}. */
    public static final String MEDIA_TYPE = "application/timestamp-query";

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_REASON = 200;

    private final TimeStampRequest request;

    private TimeStampQuery(TimeStampRequest request) {
        this.request = request;
    }

    /**
     * @param stamped what is to be stamped
     * @param policy the object identifier of the authority's policy that is wanted, or its usual one
     * @param nonce a number that was never used before, so that nobody answers with an earlier stamp
     */
    public static TimeStampQuery of(byte[] stamped, Optional<String> policy, BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.ifPresent(identifier -> generator.setReqPolicy(identifier(identifier)));
        return new TimeStampQuery(generator.generate(TSPAlgorithms.SHA256, digest(stamped), nonce));
    }

    private static ASN1ObjectIdentifier identifier(String text) {
        return Optional.ofNullable(ASN1ObjectIdentifier.tryFromID(text))
                .orElseThrow(() -> new MalformedException(
                        "A policy of a time stamp authority is an object identifier such as 1.2.3.4: " + text));
    }

    static byte[] digest(byte[] stamped) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(stamped);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What is sent. */
    public byte[] bytes() {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stamp in an answer to this query; whether its maker is to be trusted is asked of the stamp. */
    public TimeStamp read(byte[] answer) throws UnverifiedException {
        if (answer.length > LONGEST) {
            throw new MalformedException("An answer of a time stamp authority has at most %d bytes".formatted(LONGEST));
        }
        TimeStampResponse response;
        try {
            response = new TimeStampResponse(answer);
        } catch (TSPException | IOException | RuntimeException e) {
            throw new MalformedException("That is no answer of a time stamp authority");
        }
        try {
            response.validate(request);
        } catch (TSPException | RuntimeException e) {
            throw new UnverifiedException("The time stamp authority did not answer what was asked: " + e.getMessage());
        }
        if (response.getTimeStampToken() == null) {
            throw new UnverifiedException("The time stamp authority refused: status %d, %s"
                    .formatted(response.getStatus(), reason(response)));
        }
        return TimeStamp.of(response.getTimeStampToken());
    }

    /** Words of a stranger: in one line, and no more of them than a log has room for. */
    private static String reason(TimeStampResponse response) {
        String words;
        try {
            words = response.getStatusString();
        } catch (RuntimeException e) {
            // Bouncy Castle reads them only now.
            return "with a reason that cannot be read";
        }
        if (words == null || words.isBlank()) {
            return "without a reason";
        }
        String line = words.replaceAll("\\p{C}+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}
