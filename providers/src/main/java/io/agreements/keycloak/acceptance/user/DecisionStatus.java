package io.agreements.keycloak.acceptance.user;

import io.agreements.keycloak.ledger.Decision;
import java.util.Optional;

/** Where a user stands with an agreement. */
public enum DecisionStatus {
    /** Has still to decide, for the first time or again. */
    PENDING(null),
    ACCEPTED(Decision.ACCEPTED),
    ACKNOWLEDGED(Decision.ACKNOWLEDGED),
    DECLINED(Decision.DECLINED),
    WITHDRAWN(Decision.WITHDRAWN);

    private final Decision decision;

    DecisionStatus(Decision decision) {
        this.decision = decision;
    }

    /** What such a user said; empty for one who has still to decide. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }
}
