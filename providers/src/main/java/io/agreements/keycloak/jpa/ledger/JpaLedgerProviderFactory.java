package io.agreements.keycloak.jpa.ledger;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.jpa.UserRows;
import io.agreements.keycloak.jpa.ledger.kept.KeptStore;
import io.agreements.keycloak.jpa.ledger.kept.SeenKept;
import io.agreements.keycloak.jpa.ledger.record.CommonStore;
import io.agreements.keycloak.jpa.ledger.verification.LiveLedger;
import io.agreements.keycloak.jpa.task.JpaLeaseStore;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerProviderFactory;
import io.agreements.keycloak.ledger.hold.HoldTask;
import io.agreements.keycloak.ledger.log.LogPolicy;
import io.agreements.keycloak.ledger.log.LogSettings;
import io.agreements.keycloak.ledger.log.RealmLog;
import io.agreements.keycloak.ledger.log.SequencerTask;
import io.agreements.keycloak.ledger.log.WaitingRecords;
import io.agreements.keycloak.ledger.log.key.LogKeys;
import io.agreements.keycloak.ledger.log.meter.LogMetersTask;
import io.agreements.keycloak.ledger.log.out.CheckpointFiles;
import io.agreements.keycloak.ledger.log.out.CheckpointTask;
import io.agreements.keycloak.ledger.log.out.TimeStampAuthority;
import io.agreements.keycloak.ledger.log.out.TimeStampTask;
import io.agreements.keycloak.ledger.retention.RetentionTask;
import io.agreements.keycloak.ledger.verification.RealmVerification;
import io.agreements.keycloak.ledger.verification.VerificationThreads;
import io.agreements.keycloak.task.Division;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;

public final class JpaLedgerProviderFactory implements LedgerProviderFactory {

    private static final String ID = "jpa";
    private static final String INTERVAL = "retention-interval";
    private static final int DEFAULT_INTERVAL_SECONDS = 3600;

    private final SeenKept seen = new SeenKept();
    private final VerificationThreads threads = new VerificationThreads();
    private static final String HOLD_INTERVAL = "hold-interval";
    private static final int DEFAULT_HOLD_INTERVAL_SECONDS = 300;

    private final WaitingRecords waiting = new WaitingRecords();
    private Duration interval;
    private Duration holdInterval;
    private LogSettings log;
    private CheckpointFiles files;
    private LogPolicy policy;

    /** Null for none. */
    private TimeStampAuthority authority;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public LedgerProvider create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new JpaLedgerProvider(
                entities,
                UserRows.of(session, entities),
                new CommonStore(session, entities, seen),
                new KeptStore(session, entities, seen),
                (realm, logs) -> new RealmLog(session, realm, logs, files, policy, ServerClock.INSTANCE),
                (realm, kept) -> new RealmVerification(session, realm, kept, threads, ServerClock.INSTANCE),
                realmId -> LiveLedger.open(session, realmId),
                entry -> RecordCounters.of(session, waiting::come).add(entry));
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.ofSeconds(Math.max(1, config.getInt(INTERVAL, DEFAULT_INTERVAL_SECONDS)));
        holdInterval = Duration.ofSeconds(Math.max(1, config.getInt(HOLD_INTERVAL, DEFAULT_HOLD_INTERVAL_SECONDS)));
        log = LogSettings.read(config);
        files = new CheckpointFiles(log.directory());
        policy = LogPolicy.read(log.policy());
        authority = log.timeStamps() == null ? null : TimeStampAuthority.of(log.timeStamps());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(TaskSchedule.onEveryNode(
                new RetentionTask(division("retention"), interval, ServerClock.INSTANCE), interval));
        factory.register(new TaskSchedule(new HoldTask(ServerClock.INSTANCE), holdInterval));
        factory.register(TaskSchedule.onEveryNode(
                new SequencerTask(files, waiting, division("sequencing"), ServerClock.INSTANCE), log.interval()));
        CheckpointTask checkpoints = new CheckpointTask(files, log.address(), policy, ServerClock.INSTANCE);
        if (checkpoints.isNeeded()) {
            factory.register(new TaskSchedule(checkpoints, log.interval()));
        }
        factory.register(TaskSchedule.onEveryNode(new LogMetersTask(ServerClock.INSTANCE), log.interval()));
        if (authority != null) {
            factory.register(new TaskSchedule(
                    new TimeStampTask(authority, log.timeStamps().interval(), ServerClock.INSTANCE), log.interval()));
        }
        factory.register(JpaLedgerProviderFactory::keepKeys);
    }

    private static Division division(String task) {
        return new Division(task, JpaLeaseStore::of, ServerClock.INSTANCE);
    }

    /** When its last records come, the key is gone with the realm; and another realm may go on with the log. */
    private static void keepKeys(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            LogKeys.remember(removed.getKeycloakSession(), removed.getRealm());
        } else if (event instanceof RealmPostCreateEvent created) {
            created.getKeycloakSession()
                    .getProvider(LedgerProvider.class)
                    .log(created.getCreatedRealm())
                    .begin();
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two looks at which IP addresses and user agents have expired.")
                .add()
                .property()
                .name(LogSettings.INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(LogSettings.DEFAULT_INTERVAL_SECONDS)
                .helpText("Seconds between two looks for records that are not in the log of their realm yet.")
                .add()
                .property()
                .name(LogSettings.DIRECTORY)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Directory in which every checkpoint is appended to the file of its realm.")
                .add()
                .property()
                .name(LogSettings.ADDRESS)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Address of the web to which every checkpoint is sent.")
                .add()
                .property()
                .name(LogSettings.POLICY)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("File with witnesses and their quorum, as C2SP tlog-policy writes them.")
                .add()
                .property()
                .name(LogSettings.STAMP_ADDRESS)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Address of the web of a time stamp authority (RFC 3161) that stamps checkpoints.")
                .add()
                .property()
                .name(LogSettings.STAMP_POLICY)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Object identifier of the policy by which the authority is to stamp.")
                .add()
                .property()
                .name(LogSettings.STAMP_CERTIFICATES)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("File with the certificates (PEM) by which time stamps are believed.")
                .add()
                .property()
                .name(LogSettings.STAMP_INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(LogSettings.DEFAULT_STAMP_INTERVAL_SECONDS)
                .helpText("Seconds between two time stamps of a log at least.")
                .add()
                .property()
                .name(HOLD_INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_HOLD_INTERVAL_SECONDS)
                .helpText("Seconds between two looks at which legal holds are over, and at what they kept from being"
                        + " erased.")
                .add()
                .build();
    }

    @Override
    public void close() {
        threads.close();
    }
}
