package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.MailingPart;
import io.agreements.keycloak.account.mailing.MailingProgress;
import io.agreements.keycloak.account.mailing.MailingRate;
import io.agreements.keycloak.account.mailing.MailingState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_MAILING")
@IdClass(MailingEntity.Key.class)
@NamedQuery(
        name = MailingEntity.RUNNING,
        query =
                "select m from MailingEntity m where m.state = :state and not exists (select s.shard from MailingEntity s"
                        + " where s.agreementId = m.agreementId and s.versionNumber = m.versionNumber and s.state = :stopped)"
                        + " order by m.rateUsedUntil, m.agreementId, m.shard")
@NamedQuery(
        name = MailingEntity.PARTS,
        query = "select m from MailingEntity m where m.agreementId = :agreementId and m.versionNumber = :versionNumber"
                + " order by m.shard")
@NamedQuery(name = MailingEntity.DELETE_BY_REALM, query = "delete from MailingEntity m where m.realmId = :realmId")
public class MailingEntity {

    static final String RUNNING = "agreements.mailingsRunning";
    static final String PARTS = "agreements.mailingParts";
    static final String DELETE_BY_REALM = "agreements.deleteMailingsByRealm";

    @Id
    @Column(name = "AGREEMENT_ID", length = 36)
    String agreementId;

    @Id
    @Column(name = "VERSION_NUMBER")
    int versionNumber;

    @Id
    @Column(name = "SHARD")
    int shard;

    @Column(name = "UP_TO_USER_ID", length = 255)
    String upToUserId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 16, nullable = false)
    MailingState state;

    @Column(name = "PER_MINUTE", nullable = false)
    int perMinute;

    @Column(name = "RATE_SHARED_BY", nullable = false)
    int rateSharedBy;

    @Column(name = "RATE_USED_UNTIL", nullable = false)
    long rateUsedUntil;

    @Column(name = "USERS", nullable = false)
    long users;

    @Column(name = "SENT", nullable = false)
    long sent;

    @Column(name = "FAILED", nullable = false)
    long failed;

    @Column(name = "LAST_USER_ID", length = 255)
    String lastUserId;

    @Column(name = "FAILURES", nullable = false)
    int failures;

    @Column(name = "RETURN_TO", length = 255)
    String returnTo;

    @Column(name = "REFUSALS", nullable = false)
    int refusals;

    @Column(name = "STARTED_AT", nullable = false)
    long startedAt;

    @Column(name = "FINISHED_AT")
    Long finishedAt;

    @Column(name = "STARTED_BY", length = 255)
    String administratorId;

    @Column(name = "BASE_URL", length = 2000, nullable = false)
    String base;

    @Nationalized
    @Column(name = "PROBLEM", length = Mailing.PROBLEM_LENGTH)
    String problem;

    static MailingEntity of(Mailing mailing) {
        MailingEntity entity = new MailingEntity();
        entity.agreementId = mailing.agreementId();
        entity.versionNumber = mailing.versionNumber();
        entity.shard = mailing.part().number();
        entity.upToUserId = mailing.part().upTo();
        entity.realmId = mailing.realmId();
        entity.startedAt = mailing.startedAt().toEpochMilli();
        entity.administratorId = mailing.administratorId();
        entity.apply(mailing);
        return entity;
    }

    void apply(Mailing mailing) {
        state = mailing.state();
        perMinute = mailing.rate().perMinute();
        rateSharedBy = mailing.rate().shards();
        rateUsedUntil = mailing.rate().usedUntil().toEpochMilli();
        MailingProgress progress = mailing.progress();
        users = progress.users();
        sent = progress.sent();
        failed = progress.failed();
        lastUserId = progress.lastUserId();
        failures = progress.failures();
        returnTo = progress.returnTo();
        refusals = progress.refusals();
        finishedAt = mailing.finishedAt() == null ? null : mailing.finishedAt().toEpochMilli();
        base = mailing.base().toString();
        problem = mailing.problem();
    }

    Mailing toMailing() {
        return new Mailing(
                realmId,
                agreementId,
                versionNumber,
                new MailingPart(shard, upToUserId),
                state,
                new MailingRate(perMinute, rateSharedBy, Instant.ofEpochMilli(rateUsedUntil)),
                new MailingProgress(users, sent, failed, lastUserId, failures, returnTo, refusals),
                Instant.ofEpochMilli(startedAt),
                finishedAt == null ? null : Instant.ofEpochMilli(finishedAt),
                administratorId,
                URI.create(base),
                problem);
    }

    static Key key(Mailing mailing) {
        return new Key(
                mailing.agreementId(), mailing.versionNumber(), mailing.part().number());
    }

    record Key(String agreementId, int versionNumber, int shard) implements Serializable {}
}
