package io.agreements.keycloak.statistics;

import io.agreements.keycloak.ledger.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What is counted: users, each once in a period. What was decided while registering counts as the registration and as
 * nothing else: otherwise the difference of the two would be a number of its own. What was taken over from elsewhere did
 * not happen here.
 */
public enum Measure {
    /** Users who decided on the registration page. */
    REGISTRATIONS(null, Dimension.LOCALE, Dimension.CLIENT, Dimension.CITY, Dimension.AGE_BAND),
    ACCEPTANCES(Decision.ACCEPTED, Dimension.VERSION, Dimension.LOCALE, Dimension.CLIENT),
    ACKNOWLEDGEMENTS(Decision.ACKNOWLEDGED, Dimension.VERSION, Dimension.LOCALE, Dimension.CLIENT),
    DECLINES(Decision.DECLINED, Dimension.VERSION, Dimension.LOCALE, Dimension.CLIENT),
    WITHDRAWALS(Decision.WITHDRAWN, Dimension.VERSION, Dimension.LOCALE, Dimension.CLIENT),
    /** Accounts that were deleted, whoever did it. */
    DELETIONS(null);

    private final Decision decision;
    private final List<Dimension> dimensions;

    Measure(Decision decision, Dimension... dimensions) {
        this.decision = decision;
        this.dimensions = List.of(dimensions);
    }

    /** The decision counted; empty if it is not one on an agreement. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    /** Those there are besides the total. */
    public List<Dimension> dimensions() {
        return dimensions;
    }
}
