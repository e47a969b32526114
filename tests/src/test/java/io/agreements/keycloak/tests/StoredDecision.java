package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.server.Database;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision put into the database as if it had been made: a standing and its record.
 *
 * @param userId of whom
 * @param username on record; null if it was erased
 * @param agreement key of the agreement
 */
record StoredDecision(
        String userId, String username, String agreement, int version, String decision, Instant decidedAt) {

    private static final String DIGEST = "a".repeat(64);

    /** @return the id of its record */
    String storeIn(Pop800 pop800) {
        Database database = pop800.realm().server().database();
        String recordId = UUID.randomUUID().toString();
        database.update(
                "insert into agr_record (id, realm_id, user_id, type, agreement_key, version_number, locale, text_digest,"
                        + " decision, method, client_id, occurred_at, labels_digest, end_reached, diff_from, details,"
                        + " username, ip_address) values (?, ?, ?, 'ACCEPTANCE', ?, ?, 'en', ?, ?, 'LOGIN', 'sample', ?, ?,"
                        + " true, null, '{\"acceptance\":\"EXPLICIT\"}', ?, '192.0.2.1')",
                recordId,
                pop800.id(),
                userId,
                agreement,
                version,
                DIGEST,
                decision,
                decidedAt.toEpochMilli(),
                DIGEST,
                username);
        database.update(
                "insert into agr_standing (user_id, agreement_id, realm_id, version_number, decision, locale,"
                        + " text_digest, decided_at, record_id) values (?, (select id from agr_agreement where realm_id = ?"
                        + " and agreement_key = ?), ?, ?, ?, 'en', ?, ?, ?)",
                userId,
                pop800.id(),
                agreement,
                pop800.id(),
                version,
                decision,
                DIGEST,
                decidedAt.toEpochMilli(),
                recordId);
        return recordId;
    }
}
