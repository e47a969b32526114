package io.agreements.proof.ledger.check;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.ledger.Finding;
import io.agreements.proof.ledger.Finding.Kind;
import io.agreements.proof.ledger.Findings;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.time.TimeStamp;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;

/** Looks at time stamps on checkpoints. */
final class StampCheck {

    private final Collection<X509Certificate> authorities;
    private final Findings findings;

    StampCheck(Collection<X509Certificate> authorities, Findings findings) {
        this.authorities = authorities;
        this.findings = findings;
    }

    /** @param text that was signed */
    void look(Row row, String text) {
        byte[] token = row.bytes("TIME_STAMP");
        Long stampedAt = row.numberOrNull("STAMPED_AT");
        if (token == null) {
            if (stampedAt != null) {
                findings.add(Finding.of(Kind.CHANGED, row, "STAMPED_AT", "is there without a time stamp"));
            }
            return;
        }
        try {
            Instant time = time(TimeStamp.parse(token), text.getBytes(StandardCharsets.UTF_8));
            if (stampedAt == null || stampedAt != time.toEpochMilli()) {
                findings.add(Finding.of(Kind.CHANGED, row, "STAMPED_AT", "is not what the time stamp says: " + time));
            }
        } catch (MalformedException | UnverifiedException e) {
            findings.add(Finding.of(Kind.UNSIGNED, row, "TIME_STAMP", e.getMessage()));
        } catch (NoClassDefFoundError e) {
            tellOnce("time stamps are not looked at: Bouncy Castle is not at hand");
        }
    }

    private Instant time(TimeStamp stamp, byte[] text) throws UnverifiedException {
        if (!authorities.isEmpty()) {
            return stamp.verify(text, authorities);
        }
        tellOnce("no certificate is given that vouches for those who stamp time");
        return stamp.verifyWithoutTrust(text);
    }

    private void tellOnce(String words) {
        findings.addOnce(new Finding(Kind.UNVERIFIED, null, null, null, null, words));
    }
}
