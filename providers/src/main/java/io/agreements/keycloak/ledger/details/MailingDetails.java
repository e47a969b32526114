package io.agreements.keycloak.ledger.details;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of a version that everybody whom it concerns was told of by mail.
 *
 * @param action always the same word: it sets these apart from what else is recorded of a version
 * @param by who is behind it
 * @param administrator user id of the administrator who started it
 * @param startedAt when it was started
 * @param sent how many mails were sent
 * @param failed how many could not be
 */
public record MailingDetails(String action, ActorKind by, String administrator, long startedAt, long sent, long failed)
        implements Details {

    private static final String MAILED = "mailed";

    /** The task that ends a mailing is nobody's; who started it is. */
    public static MailingDetails of(String administrator, long startedAt, long sent, long failed) {
        return new MailingDetails(MAILED, ActorKind.ADMINISTRATOR, administrator, startedAt, sent, failed);
    }

    @Override
    public RecordType type() {
        return RecordType.PUBLICATION;
    }
}
