package io.agreements.keycloak.ledger.details;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.Set;

/**
 * Of a user whose acceptance does not do any more, because an administrator asks for it again; or does again, because that
 * was taken back.
 *
 * @param action which of the two: it sets these apart from settings of an agreement
 * @param by who is behind it
 * @param administrator user id of the administrator
 * @param reason in the administrator's words; null where it was taken back
 */
public record RenewalRequestDetails(String action, ActorKind by, String administrator, String reason)
        implements Details {

    private static final String REQUESTED = "renewal-requested";
    private static final String TAKEN_BACK = "renewal-taken-back";

    public static RenewalRequestDetails of(ActorKind by, String administrator, String reason) {
        return new RenewalRequestDetails(REQUESTED, by, administrator, reason);
    }

    public static RenewalRequestDetails ofTakingBack(ActorKind by, String administrator) {
        return new RenewalRequestDetails(TAKEN_BACK, by, administrator, null);
    }

    @Override
    public Set<String> freeText() {
        return Set.of("reason");
    }

    @Override
    public RecordType type() {
        return RecordType.SETTINGS;
    }
}
