package io.agreements.keycloak.jpa.ledger.record;

import java.util.HashMap;
import java.util.Map;

/** What stands in the columns of {@code AGR_RECORD} and {@code AGR_CONNECTION}, each as words, by the name of the column. */
final class RecordWords {

    private RecordWords() {}

    static Map<String, String> of(RecordEntity entity) {
        Map<String, Object> values = new HashMap<>();
        values.put("ID", entity.id);
        values.put("REALM_ID", entity.realmId);
        values.put("TYPE", entity.type);
        values.put("OCCURRED_AT", entity.occurredAt);
        values.put("RECORDED_AT", entity.recordedAt);
        values.put("AGREEMENT_KEY", entity.agreementKey);
        values.put("VERSION_NUMBER", entity.versionNumber);
        values.put("LOCALE", entity.locale);
        values.put("TEXT_DIGEST", entity.textDigest);
        values.put("DECISION", entity.decision);
        values.put("METHOD", entity.method);
        values.put("CLIENT_ID", entity.clientId);
        values.put("WORDING_DIGEST", entity.wordingDigest);
        values.put("END_REACHED", entity.endReached);
        values.put("DIFF_FROM", entity.diffFrom);
        values.put("SETTINGS_DIGEST", entity.settingsDigest);
        values.put("DETAILS", entity.details);
        values.put("SUBJECT_COMMITMENT", entity.subjectCommitment);
        values.put("IDENTITY_COMMITMENT", entity.identityCommitment);
        values.put("CONNECTION_COMMITMENT", entity.connectionCommitment);
        values.put("ACTOR_COMMITMENT", entity.actorCommitment);
        values.put("FREE_TEXT_COMMITMENT", entity.freeTextCommitment);
        values.put("USER_ID", entity.userId);
        values.put("SUBJECT_SALT", entity.subjectSalt);
        values.put("USERNAME", entity.username);
        values.put("SESSION_ID", entity.sessionId);
        values.put("IDENTITY_SALT", entity.identitySalt);
        if (entity.connection != null) {
            values.put("IP_ADDRESS", entity.connection.ipAddress);
            values.put("USER_AGENT", entity.connection.userAgent);
            values.put("CONNECTION_SALT", entity.connection.salt);
        }
        values.put("ADMINISTRATOR_ID", entity.administratorId);
        values.put("ACTOR_SALT", entity.actorSalt);
        values.put("FREE_TEXT", entity.freeText);
        values.put("FREE_TEXT_SALT", entity.freeTextSalt);
        Map<String, String> words = new HashMap<>();
        values.forEach((column, value) -> words.put(column, value == null ? null : value.toString()));
        return words;
    }
}
