package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.barred.BarredKind;
import io.agreements.keycloak.conduct.barred.BarredName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that is kept from being registered again, as a digest. */
@Entity
@Table(name = "AGR_BARRED_NAME")
@NamedQuery(
        name = BarredNameEntity.FIND,
        query = "select n from BarredNameEntity n where n.realmId = :realmId and n.digest in (:digests)"
                + " and n.until > :now")
@NamedQuery(
        name = BarredNameEntity.OF_RESTRICTIONS,
        query = "select n from BarredNameEntity n where n.restrictionId in (:restrictionIds)")
@NamedQuery(
        name = BarredNameEntity.DELETE_BY_RESTRICTION,
        query = "delete from BarredNameEntity n where n.restrictionId = :restrictionId")
@NamedQuery(name = BarredNameEntity.DELETE_OVER, query = "delete from BarredNameEntity n where n.until <= :now")
@NamedQuery(
        name = BarredNameEntity.DELETE_BY_REALM,
        query = "delete from BarredNameEntity n where n.realmId = :realmId")
public class BarredNameEntity {

    static final String FIND = "agreements.barredNames";
    static final String OF_RESTRICTIONS = "agreements.barredNamesOfRestrictions";
    static final String DELETE_BY_RESTRICTION = "agreements.deleteBarredNamesOfRestriction";
    static final String DELETE_OVER = "agreements.deleteBarredNamesOver";
    static final String DELETE_BY_REALM = "agreements.deleteBarredNamesByRealm";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "KIND", length = 16, nullable = false)
    String kind;

    @Column(name = "DIGEST", length = 32, nullable = false)
    String digest;

    @Column(name = "RESTRICTION_ID", length = 36, nullable = false)
    String restrictionId;

    @Column(name = "UNTIL_AT", nullable = false)
    long until;

    static BarredNameEntity of(BarredName name) {
        BarredNameEntity entity = new BarredNameEntity();
        entity.id = name.id();
        entity.realmId = name.realmId();
        entity.kind = name.kind().name();
        entity.digest = name.digest();
        entity.restrictionId = name.restrictionId();
        entity.until = name.until().toEpochMilli();
        return entity;
    }

    BarredName toName() {
        return new BarredName(
                id, realmId, BarredKind.valueOf(kind), digest, restrictionId, Instant.ofEpochMilli(until));
    }
}
