package io.agreements.keycloak.jpa.ledger.verification;

import io.agreements.keycloak.ledger.verification.VerificationState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;

/** The last verification of the log of a realm, and what the last one that was done came to. */
@Entity
@Table(name = "AGR_VERIFICATION")
@NamedQuery(
        name = VerificationEntity.REPLACE,
        query =
                "update VerificationEntity v set v.verificationId = :id, v.fromIndex = :fromIndex, v.toIndex = :toIndex, v.state = :running, v.done = 0,"
                        + " v.startedAt = :startedAt, v.seenAt = :startedAt, v.endedAt = null, v.problem = null"
                        + " where v.realmId = :realmId and (v.state <> :running or v.seenAt < :lostBefore)")
@NamedQuery(
        name = VerificationEntity.ADVANCE,
        query = "update VerificationEntity v set v.done = :done, v.seenAt = :seenAt"
                + " where v.realmId = :realmId and v.verificationId = :id and v.state = :running")
@NamedQuery(
        name = VerificationEntity.END,
        query = "update VerificationEntity v set v.state = :state, v.endedAt = :endedAt, v.problem = :problem"
                + " where v.realmId = :realmId and v.verificationId = :id and v.state = :running")
@NamedQuery(
        name = VerificationEntity.FINISH,
        query = "update VerificationEntity v set v.state = :state, v.endedAt = :endedAt, v.problem = null,"
                + " v.outcome = :outcome, v.outcomeId = v.verificationId, v.outcomeFromIndex = v.fromIndex,"
                + " v.outcomeToIndex = v.toIndex, v.outcomeStartedAt = v.startedAt, v.outcomeAt = :endedAt"
                + " where v.realmId = :realmId and v.verificationId = :id and v.state = :running")
@NamedQuery(
        name = VerificationEntity.DELETE_BY_REALM,
        query = "delete from VerificationEntity v where v.realmId = :realmId")
public class VerificationEntity {

    static final String REPLACE = "agreements.replaceVerification";
    static final String ADVANCE = "agreements.advanceVerification";
    static final String END = "agreements.endVerification";
    static final String FINISH = "agreements.finishVerification";
    static final String DELETE_BY_REALM = "agreements.deleteVerificationByRealm";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Column(name = "ID", length = 36, nullable = false)
    String verificationId;

    @Column(name = "FROM_INDEX", nullable = false)
    long fromIndex;

    @Column(name = "TO_INDEX", nullable = false)
    long toIndex;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 16, nullable = false)
    VerificationState state;

    @Column(name = "DONE", nullable = false)
    long done;

    @Column(name = "STARTED_AT", nullable = false)
    long startedAt;

    @Column(name = "SEEN_AT", nullable = false)
    long seenAt;

    @Column(name = "ENDED_AT")
    Long endedAt;

    @Nationalized
    @Column(name = "PROBLEM", length = 500)
    String problem;

    /** Of the last one that was done, as are those below. */
    @Column(name = "OUTCOME")
    byte[] outcome;

    @Column(name = "DONE_ID", length = 36)
    String outcomeId;

    @Column(name = "DONE_FROM_INDEX")
    Long outcomeFromIndex;

    @Column(name = "DONE_TO_INDEX")
    Long outcomeToIndex;

    @Column(name = "DONE_STARTED_AT")
    Long outcomeStartedAt;

    @Column(name = "DONE_AT")
    Long outcomeAt;
}
