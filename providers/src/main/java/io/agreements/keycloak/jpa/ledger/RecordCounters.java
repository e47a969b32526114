package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.ledger.LedgerRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.transaction.JtaTransactionManagerLookup;

/**
 * Counts what one transaction has put into the ledger, in Keycloak's own metrics, once it is committed. No label tells of a
 * user.
 */
final class RecordCounters implements Synchronization {

    private static final MeterProvider<Counter> RECORDS = Counter.builder("agreements.records")
            .description("Records committed to the ledger")
            .withRegistry(Metrics.globalRegistry);

    private static final MeterProvider<Counter> DECISIONS = Counter.builder("agreements.decisions")
            .description("Decisions on agreements committed to the ledger")
            .withRegistry(Metrics.globalRegistry);

    private final KeycloakSession session;
    private final Runnable onCommit;
    private final Map<String, String> realms = new HashMap<>();
    private final Map<Tags, Integer> records = new LinkedHashMap<>();
    private final Map<Tags, Integer> decisions = new LinkedHashMap<>();

    private RecordCounters(KeycloakSession session, Runnable onCommit) {
        this.session = session;
        this.onCommit = onCommit;
    }

    /** @param onCommit what is done besides once they are committed */
    static RecordCounters of(KeycloakSession session, Runnable onCommit) {
        String name = RecordCounters.class.getName();
        RecordCounters counters = session.getAttribute(name, RecordCounters.class);
        if (counters == null) {
            counters = new RecordCounters(session, onCommit);
            counters.joinTransaction();
            session.setAttribute(name, counters);
        }
        return counters;
    }

    /** That of the database, for Keycloak's own takes nobody in once it commits, which is when removals are recorded. */
    private void joinTransaction() {
        try {
            session.getProvider(JtaTransactionManagerLookup.class)
                    .getTransactionManager()
                    .getTransaction()
                    .registerSynchronization(this);
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("What is to be counted has no transaction that could be committed", e);
        }
    }

    void add(LedgerRecord entry) {
        Tag realm = Tag.of("realm", realms.computeIfAbsent(entry.realmId(), this::nameOf));
        records.merge(Tags.of(realm, Tag.of("type", entry.type().name())), 1, Integer::sum);
        if (entry.decision() != null) {
            Tags tags = Tags.of(
                    realm,
                    Tag.of("agreement", entry.shown().agreementKey()),
                    Tag.of("decision", entry.decision().name()),
                    Tag.of("method", entry.method().name()));
            decisions.merge(tags, 1, Integer::sum);
        }
    }

    @Override
    public void beforeCompletion() {
        // All has been counted.
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            records.forEach((tags, count) -> RECORDS.withTags(tags).increment(count));
            decisions.forEach((tags, count) -> DECISIONS.withTags(tags).increment(count));
            onCommit.run();
        }
        session.removeAttribute(RecordCounters.class.getName());
    }

    /** The id where it is gone. */
    private String nameOf(String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        return realm == null ? realmId : realm.getName();
    }
}
