package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.proof.canonical.RecordForm;

/** Rows of {@code AGR_RECORD} in their canonical form. Nothing that can be erased is looked at. */
public final class RecordForms {

    private RecordForms() {}

    public static RecordForm of(RecordEntity entity) {
        return new RecordForm(
                entity.id,
                entity.realmId,
                entity.type,
                entity.occurredAt,
                entity.recordedAt,
                entity.agreementKey,
                entity.versionNumber,
                entity.locale,
                entity.textDigest,
                entity.decision,
                entity.method,
                entity.clientId,
                entity.wordingDigest,
                entity.endReached,
                entity.diffFrom,
                entity.settingsDigest,
                entity.details,
                entity.subjectCommitment,
                entity.identityCommitment,
                entity.connectionCommitment,
                entity.actorCommitment,
                entity.freeTextCommitment);
    }
}
