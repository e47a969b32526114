package io.agreements.proof.receipt;

import io.agreements.proof.log.Policy;
import io.agreements.proof.note.VerifierKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What whoever verifies a receipt knows from elsewhere.
 *
 * @param keys of the log
 * @param policy with more keys, and witnesses
 * @param authorities certificates that vouch for time stamps
 */
public record Trust(List<VerifierKey> keys, Optional<Policy> policy, List<X509Certificate> authorities) {

    /** Nothing but the receipt. */
    public static final Trust NONE = new Trust(List.of(), Optional.empty(), List.of());

    public Trust {
        keys = List.copyOf(keys);
        keys.forEach(key -> new Policy.Log(key, Optional.empty()));
        authorities = List.copyOf(authorities);
    }

    boolean knowsLog() {
        return !logs().isEmpty();
    }

    /** One policy over all of it. */
    Policy whole() {
        Policy witnesses = policy.orElseGet(() -> new Policy(List.of(), List.of(), List.of(), Policy.NONE));
        return new Policy(
                logs().stream()
                        .map(key -> new Policy.Log(key, Optional.empty()))
                        .toList(),
                witnesses.witnesses(),
                witnesses.groups(),
                witnesses.quorum());
    }

    private Set<VerifierKey> logs() {
        Set<VerifierKey> logs = new LinkedHashSet<>(keys);
        policy.stream()
                .map(Policy::logs)
                .flatMap(List::stream)
                .map(Policy.Log::key)
                .forEach(logs::add);
        return logs;
    }

    /** Where only the log is asked for. */
    static Policy ofLog(Stream<VerifierKey> keys) {
        return new Policy(
                keys.distinct()
                        .map(key -> new Policy.Log(key, Optional.empty()))
                        .toList(),
                List.of(),
                List.of(),
                Policy.NONE);
    }
}
