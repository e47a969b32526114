package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.ledger.LedgerRecord;
import jakarta.persistence.EntityManager;

/** Records with what they have in common with others, and what is kept of where they came from. */
public final class RecordReading {

    /** Conditions are about {@code r}. */
    static final String SELECT = "select r, c, d from RecordEntity r left join ConnectionEntity c on "
            + ConnectionEntity.OF_RECORD + " left join CommonEntity d on d.key = r.commonKey where ";

    private final EntityManager entities;

    public RecordReading(EntityManager entities) {
        this.entities = entities;
    }

    /** Of a row of {@link #SELECT}. A record is never changed, so none is watched for changes. */
    public RecordEntity entity(Object[] row) {
        RecordEntity entity = (RecordEntity) row[0];
        entities.detach(entity);
        entity.connection = (ConnectionEntity) row[1];
        if (entity.connection != null) {
            entities.detach(entity.connection);
        }
        CommonEntity common = (CommonEntity) row[2];
        if (common != null) {
            common.giveTo(entity);
        }
        return entity;
    }

    /** Of a row of {@link #SELECT}. */
    public LedgerRecord record(Object[] row) {
        return RecordRows.toRecord(entity(row));
    }
}
