package io.agreements.proof.ledger.check.checkpoint;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
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
                findings.add(Finding.of(Kind.CHANGED, row, "STAMPED_AT", Saying.STAMP_GONE.of()));
            }
            return;
        }
        try {
            Instant time = time(TimeStamp.parse(token), text.getBytes(StandardCharsets.UTF_8));
            if (stampedAt == null || stampedAt != time.toEpochMilli()) {
                findings.add(Finding.of(Kind.CHANGED, row, "STAMPED_AT", Saying.STAMP_OF_TIME.of(time)));
            }
        } catch (MalformedException | UnverifiedException e) {
            findings.add(Finding.of(Kind.UNSIGNED, row, "TIME_STAMP", Saying.STAMP_FALSE.of(e.getMessage())));
        } catch (NoClassDefFoundError e) {
            tellOnce(Saying.STAMPS_UNREAD);
        }
    }

    private Instant time(TimeStamp stamp, byte[] text) throws UnverifiedException {
        if (!authorities.isEmpty()) {
            return stamp.verify(text, authorities);
        }
        tellOnce(Saying.STAMPS_UNVOUCHED);
        return stamp.verifyWithoutTrust(text);
    }

    private void tellOnce(Saying said) {
        findings.addOnce(Finding.of(Kind.UNVERIFIED, said.of()));
    }
}
