package io.agreements.keycloak.jpa.ledger.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/** The log of a realm. */
@Entity
@Table(name = "AGR_LOG")
@NamedQuery(name = LogEntity.ALL, query = "select l from LogEntity l where l.size > 0")
@NamedQuery(name = LogEntity.HALTED, query = "select count(l) from LogEntity l where l.haltedAt is not null")
@NamedQuery(name = LogEntity.UNFIT, query = "select sum(l.unfit) from LogEntity l where l.realmId in :realmIds")
public class LogEntity {

    static final String ALL = "agreements.logs";
    static final String HALTED = "agreements.haltedLogs";
    static final String UNFIT = "agreements.countOfRecordsNoLogCanHave";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Column(name = "ORIGIN", length = 255)
    String origin;

    @Column(name = "ORIGIN_NUMBER", nullable = false)
    int originNumber;

    @Column(name = "LOG_SIZE", nullable = false)
    long size;

    @Column(name = "SENT_SIZE", nullable = false)
    long sentSize;

    @Column(name = "HALTED_AT")
    Long haltedAt;

    @Nationalized
    @Column(name = "HALT_REASON", length = 500)
    String haltReason;

    /** Records that it cannot have, as last found; null if nobody has looked yet. */
    @Column(name = "UNFIT")
    Integer unfit;
}
