package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remark.Severity;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Takes the agreements of the operator's directory over when the server has started, and when a realm is created. What is
 * wrong with the files is logged and leaves the agreements as they were: a slip in a file never keeps a server from
 * starting.
 */
public final class ImportOnStart implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(ImportOnStart.class);

    private static final String CLUSTER_TASK = "agreements-import";
    private static final int CLUSTER_TASK_SECONDS = 300;

    private static final int MOST_NAMED = 20;

    private final Path directory;
    private final OnEdits onEdits;

    public ImportOnStart(Path directory, OnEdits onEdits) {
        this.directory = directory;
        this.onEdits = onEdits;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            importOnOneNode(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            importAfterCommit(
                    created.getKeycloakSession(), created.getCreatedRealm().getId());
        }
    }

    private void importOnOneNode(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(ClusterProvider.class)
                        .executeIfNotExecuted(CLUSTER_TASK, CLUSTER_TASK_SECONDS, () -> {
                            session.realms()
                                    .getRealmsStream()
                                    .map(RealmModel::getId)
                                    .toList()
                                    .forEach(realmId -> importRealm(factory, realmId));
                            return null;
                        }));
    }

    private void importAfterCommit(KeycloakSession session, String realmId) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                importRealm(factory, realmId);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private void importRealm(KeycloakSessionFactory factory, String realmId) {
        try {
            importInTransaction(factory, realmId);
        } catch (ImportInterruptedException e) {
            LOG.errorf(e, "Agreements of the realm with id %s not all taken over: %s", realmId, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Agreements of the realm with id %s not taken over, they stay as they were", realmId);
        }
    }

    private void importInTransaction(KeycloakSessionFactory factory, String realmId) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            AgreementImporter importer = new AgreementImporter(
                    session.getProvider(AgreementProvider.class),
                    new AgreementDirectory(directory),
                    MissingNames.in(session),
                    ServerClock.INSTANCE);
            try {
                ImportReport report = importer.run(realm, onEdits);
                if (report.changed()) {
                    LOG.infof(
                            "Agreements of realm %s taken over from %s: added %s, updated %s",
                            realm.getName(), directory, report.added(), report.updated());
                }
                if (!report.ignored().isEmpty()) {
                    LOG.warnf(
                            "Agreements of realm %s: %s are published already, so the other words or times in their files"
                                    + " are ignored",
                            realm.getName(), report.ignored());
                }
                if (!report.leftAside().isEmpty()) {
                    LOG.infof(
                            "Agreements of realm %s: left aside in %s: %s",
                            realm.getName(), directory, leftAside(report));
                }
                report.remarks()
                        .forEach(remark -> LOG.logf(
                                remark.severity() == Severity.WARNING ? Logger.Level.WARN : Logger.Level.INFO,
                                "Agreements of realm %s: %s",
                                realm.getName(),
                                remark.sentence()));
            } catch (AgreementFileException e) {
                LOG.errorf(
                        "Agreements of realm %s not taken over from %s, they stay as they were:%n%s",
                        realm.getName(), directory, e.getMessage());
            }
        });
    }

    private static String leftAside(ImportReport report) {
        int more = report.leftAside().size() - MOST_NAMED;
        return report.leftAside().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
