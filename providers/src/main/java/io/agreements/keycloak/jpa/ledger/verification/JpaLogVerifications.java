package io.agreements.keycloak.jpa.ledger.verification;

import io.agreements.keycloak.jpa.Collisions;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.ledger.verification.LogVerification;
import io.agreements.keycloak.ledger.verification.LogVerifications;
import io.agreements.keycloak.ledger.verification.VerificationOutcome;
import io.agreements.keycloak.ledger.verification.VerificationState;
import io.agreements.proof.ledger.Span;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.keycloak.util.JsonSerialization;

/** Keeps verifications in {@code AGR_VERIFICATION}. */
public final class JpaLogVerifications implements LogVerifications {

    private final EntityManager entities;

    public JpaLogVerifications(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean begin(LogVerification verification, Instant lostBefore) {
        return Collisions.telling(() -> replace(verification, lostBefore)
                || entities.find(VerificationEntity.class, verification.realmId()) == null
                        && InsertIfAbsent.insert(entities, entity(verification)));
    }

    private boolean replace(LogVerification verification, Instant lostBefore) {
        return of(VerificationEntity.REPLACE, verification)
                        .setParameter("fromIndex", verification.span().from())
                        .setParameter("toIndex", verification.span().to())
                        .setParameter("startedAt", verification.startedAt().toEpochMilli())
                        .setParameter("lostBefore", lostBefore.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    private static VerificationEntity entity(LogVerification verification) {
        VerificationEntity entity = new VerificationEntity();
        entity.realmId = verification.realmId();
        entity.verificationId = verification.id();
        entity.fromIndex = verification.span().from();
        entity.toIndex = verification.span().to();
        entity.state = VerificationState.RUNNING;
        entity.startedAt = verification.startedAt().toEpochMilli();
        entity.seenAt = entity.startedAt;
        return entity;
    }

    @Override
    public List<LogVerification> find(String realmId) {
        VerificationEntity entity = entities.find(VerificationEntity.class, realmId);
        if (entity == null) {
            return List.of();
        }
        entities.refresh(entity);
        LogVerification last = read(entity);
        return entity.outcomeId == null || entity.outcomeId.equals(entity.verificationId)
                ? List.of(last)
                : List.of(last, readDone(entity));
    }

    private static LogVerification read(VerificationEntity entity) {
        return new LogVerification(
                entity.verificationId,
                entity.realmId,
                new Span(entity.fromIndex, entity.toIndex),
                Instant.ofEpochMilli(entity.startedAt),
                new LogVerification.Progress(entity.done, Instant.ofEpochMilli(entity.seenAt)),
                entity.state == VerificationState.RUNNING
                        ? null
                        : new LogVerification.End(
                                entity.state,
                                Instant.ofEpochMilli(entity.endedAt),
                                entity.problem,
                                entity.state == VerificationState.DONE ? outcome(entity.outcome) : null));
    }

    /** Another one, which was done before. */
    private static LogVerification readDone(VerificationEntity entity) {
        Span span = new Span(entity.outcomeFromIndex, entity.outcomeToIndex);
        Instant doneAt = Instant.ofEpochMilli(entity.outcomeAt);
        return new LogVerification(
                entity.outcomeId,
                entity.realmId,
                span,
                Instant.ofEpochMilli(entity.outcomeStartedAt),
                new LogVerification.Progress(span.count(), doneAt),
                new LogVerification.End(VerificationState.DONE, doneAt, null, outcome(entity.outcome)));
    }

    private static VerificationOutcome outcome(byte[] json) {
        try {
            return json == null ? null : JsonSerialization.readValue(json, VerificationOutcome.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean advance(LogVerification verification, LogVerification.Progress progress) {
        return of(VerificationEntity.ADVANCE, verification)
                        .setParameter("done", progress.done())
                        .setParameter("seenAt", progress.seenAt().toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean end(LogVerification verification, LogVerification.End end) {
        boolean isDone = end.state() == VerificationState.DONE;
        Query ending = of(isDone ? VerificationEntity.FINISH : VerificationEntity.END, verification)
                .setParameter("state", end.state())
                .setParameter("endedAt", end.at().toEpochMilli());
        return (isDone
                                ? ending.setParameter("outcome", json(end.outcome()))
                                : ending.setParameter("problem", end.problem()))
                        .executeUpdate()
                == 1;
    }

    private static byte[] json(VerificationOutcome outcome) {
        try {
            return JsonSerialization.writeValueAsBytes(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query of(String query, LogVerification verification) {
        return entities.createNamedQuery(query)
                .setParameter("realmId", verification.realmId())
                .setParameter("id", verification.id())
                .setParameter("running", VerificationState.RUNNING);
    }

    @Override
    public void removeRealm(String realmId) {
        entities.createNamedQuery(VerificationEntity.DELETE_BY_REALM)
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
