package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.RealmModel;

/**
 * What a user decided on an agreement before the version decided on last was retracted, or declined: the ledger knows it.
 * Decisions on other retracted versions count as little; but a consent withdrawn stays withdrawn.
 */
final class EarlierDecisions {

    private static final int PAGE = 50;

    private final LedgerProvider ledger;
    private final RealmModel realm;
    private final String userId;
    private final Instant now;

    EarlierDecisions(LedgerProvider ledger, RealmModel realm, String userId, Instant now) {
        this.ledger = ledger;
        this.realm = realm;
        this.userId = userId;
        this.now = now;
    }

    /** The latest of them that counts; empty if none does. */
    Optional<Standing> on(Agreement agreement) {
        return latest(agreement, entry -> counts(entry, agreement));
    }

    /** The latest one by which the user accepted it or took note of it, whatever was decided since; empty if there is none. */
    Optional<Standing> affirming(Agreement agreement) {
        return latest(agreement, entry -> entry.decision() == agreement.affirmation() && counts(entry, agreement));
    }

    private Optional<Standing> latest(Agreement agreement, Predicate<LedgerRecord> meant) {
        RecordQuery query =
                new RecordQuery(Set.of(userId), Set.of(RecordType.ACCEPTANCE), agreement.key(), null, null, 0, PAGE);
        List<LedgerRecord> page;
        do {
            page = ledger.find(realm, query);
            Optional<LedgerRecord> counting = page.stream().filter(meant).findFirst();
            if (counting.isPresent()) {
                return counting.map(entry -> Standing.of(agreement.id(), entry));
            }
            query = query.behind(page);
        } while (page.size() == PAGE);
        return Optional.empty();
    }

    private boolean counts(LedgerRecord entry, Agreement agreement) {
        return entry.decision() == Decision.WITHDRAWN
                || entry.decision() != null
                        && agreement
                                .version(entry.shown().versionNumber())
                                .filter(version -> version.timeline().isOpen(now))
                                .isPresent();
    }
}
