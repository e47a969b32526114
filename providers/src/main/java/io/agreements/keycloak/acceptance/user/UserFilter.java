package io.agreements.keycloak.acceptance.user;

import io.agreements.keycloak.acceptance.coverage.Coverage;
import io.agreements.keycloak.agreement.Agreement;
import java.time.Instant;
import java.util.Optional;

/**
 * Which users of a realm are meant, by what they said to an agreement.
 *
 * @param agreementId id of the agreement
 * @param status where they stand
 * @param fromVersion decisions on earlier versions do not count
 * @param toVersion decisions on later versions do not count
 * @param lapsedAt acceptances given then or before do not count; null if all do
 * @param toRenewAside whether acceptances that an administrator asks for again do not count
 */
public record UserFilter(
        String agreementId,
        DecisionStatus status,
        int fromVersion,
        int toVersion,
        Instant lapsedAt,
        boolean toRenewAside) {

    /** Those that {@link Coverage} counts under that status at that moment; empty if there are none because nothing is open. */
    public static Optional<UserFilter> of(Agreement agreement, DecisionStatus status, Instant now) {
        return agreement
                .threshold(now)
                .map(threshold -> new UserFilter(
                        agreement.id(),
                        status,
                        threshold,
                        Integer.MAX_VALUE,
                        agreement.lapsedAt(now).orElse(null),
                        true));
    }

    /**
     * Those whose latest decision is on that very version, however long ago; or those who have not decided on it or a later
     * one.
     */
    public static UserFilter ofVersion(Agreement agreement, DecisionStatus status, int version) {
        int toVersion = status == DecisionStatus.PENDING ? Integer.MAX_VALUE : version;
        return new UserFilter(agreement.id(), status, version, toVersion, null, false);
    }

    /** The same, as it is where no administrator asks anybody again. */
    public UserFilter withoutRequests() {
        return new UserFilter(agreementId, status, fromVersion, toVersion, lapsedAt, false);
    }
}
