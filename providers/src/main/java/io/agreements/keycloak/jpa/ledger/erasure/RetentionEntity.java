package io.agreements.keycloak.jpa.ledger.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** How far the expiry of connections has come in a realm. */
@Entity
@Table(name = "AGR_RETENTION")
@NamedQuery(
        name = RetentionEntity.LOOKS,
        query = "select r.realmId, r.oldestAt, r.unrecorded, n.lastAt from RetentionEntity r"
                + " join RetentionRunEntity n on n.realmId = r.realmId where n.day >= :since")
@NamedQuery(name = RetentionEntity.DELETE_BY_REALM, query = "delete from RetentionEntity r where r.realmId = :realmId")
public class RetentionEntity {

    static final String LOOKS = "agreements.looksForWhatHasExpired";
    static final String DELETE_BY_REALM = "agreements.deleteRetentionByRealm";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    /** No record that occurred before this moment has a connection any more, unless a hold keeps it. */
    @Column(name = "EXPIRED_BEFORE", nullable = false)
    long expiredBefore;

    /** From how many records a connection was erased without the ledger counting them yet. */
    @Column(name = "UNRECORDED", nullable = false)
    long unrecorded;

    /** From how many records a connection was erased since nothing was left to expire. */
    @Column(name = "ERASED", nullable = false)
    long erased;

    /** No connection from before that moment is there that could expire, nor can one come; 0 if that is not known. */
    @Column(name = "OLDEST_AT", nullable = false)
    long oldestAt;
}
