package io.agreements.keycloak.acceptance.legacy;

import io.agreements.keycloak.acceptance.legacy.LegacyReport.Wrong;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Takes acceptances over that were kept by other means, batch by batch, each in a transaction of its own. Whoever has
 * decided on the agreement already is left alone, so that a run that broke off is completed by the next.
 */
public final class LegacyImport {

    private static final int BATCH = 300;

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final LegacyTarget target;
    private final LegacySource source;
    private final Clock clock;
    private LegacyReport report = LegacyReport.NOTHING;

    public LegacyImport(
            KeycloakSessionFactory factory, String realmId, LegacyTarget target, LegacySource source, Clock clock) {
        this.factory = factory;
        this.realmId = realmId;
        this.target = target;
        this.source = source;
        this.clock = clock;
    }

    /** About how many acceptances there are. */
    public long size() {
        return inTransaction(source::size);
    }

    /**
     * Takes the next batch over.
     *
     * @return false at the end of the source
     * @throws RuntimeException if the batch cannot be written; nothing of it is then
     */
    public boolean next() {
        Optional<LegacyReport> batch = inTransaction((session, realm) -> {
            List<LegacyAcceptance> acceptances = source.next(session, realm, BATCH);
            return acceptances.isEmpty()
                    ? Optional.<LegacyReport>empty()
                    : Optional.of(
                            new LegacyBatch(session, realm, target, source.name(), clock.instant()).take(acceptances));
        });
        batch.ifPresent(this::add);
        return batch.isPresent();
    }

    /** What the batches so far have come to. */
    public LegacyReport report() {
        return report;
    }

    private void add(LegacyReport batch) {
        List<Wrong> named = Stream.concat(report.wrong().stream(), batch.wrong().stream())
                .limit(LegacyReport.MOST_NAMED)
                .toList();
        report = new LegacyReport(
                report.taken() + batch.taken(),
                report.known() + batch.known(),
                report.wrongCount() + batch.wrongCount(),
                named);
    }

    private <T> T inTransaction(Work<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            return work.in(session, realm);
        });
    }

    private interface Work<T> {
        T in(KeycloakSession session, RealmModel realm);
    }
}
