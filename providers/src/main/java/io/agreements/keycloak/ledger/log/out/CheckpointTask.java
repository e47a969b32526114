package io.agreements.keycloak.ledger.log.out;

import io.agreements.keycloak.TaskSchedule;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.LogPolicy;
import io.agreements.keycloak.ledger.log.LogTrust;
import io.agreements.keycloak.ledger.log.OutgoingLog;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.note.NoteSignature;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Brings checkpoints to where nobody changes them who can change the database: to witnesses, into files and to an address. No
 * transaction is open meanwhile. What does not get through is tried again at the next run, in order; a checkpoint that
 * somebody outside contradicts halts the log.
 */
public final class CheckpointTask implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(CheckpointTask.class);

    /** Checkpoints of one log in a run. */
    private static final int SOME = 100;

    private static final int CONFLICT = 409;

    /** Who does not answer is left alone for so long, for whoever waits holds up other timers. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final CheckpointFiles files;
    private final URI address;
    private final List<Witness> witnesses;
    private final Clock clock;

    /** What of each log this server has brought out. */
    private final Map<String, Place> done = new ConcurrentHashMap<>();

    /** Until when somebody is left alone. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    /** @param address null for none */
    public CheckpointTask(CheckpointFiles files, URI address, LogPolicy policy, Clock clock) {
        this.files = files;
        this.address = address;
        this.witnesses = Witness.of(policy.policy());
        this.clock = clock;
    }

    private record Place(int originNumber, long size) {

        static Place of(LogState log) {
            return new Place(log.originNumber(), log.size());
        }
    }

    /** Whether there is anywhere to bring them. */
    public boolean isNeeded() {
        return files.areKept() || address != null || !witnesses.isEmpty();
    }

    @Override
    public void run(KeycloakSession session) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        WebClient web =
                new WebClient(session.getProvider(HttpClientProvider.class).getHttpClient(), clock);
        Instant end = TaskSchedule.endOfRun(clock);
        for (LogState log : inStore(factory, LogStore::all)) {
            if (log.halt() == null
                    && !Place.of(log).equals(done.get(log.realmId()))
                    && clock.instant().isBefore(end)) {
                bringOut(factory, web, log);
            }
        }
    }

    private void bringOut(KeycloakSessionFactory factory, WebClient web, LogState log) {
        try {
            boolean allSigned = cosign(factory, web, log);
            appendToFile(factory, log);
            boolean allSent = send(factory, web, log);
            if (allSigned && allSent) {
                done.put(log.realmId(), Place.of(log));
            }
        } catch (ContradictionException e) {
            inLog(factory, log, outgoing -> outgoing.halt(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "Checkpoints of the log of realm %s did not get out; the next run tries again: %s",
                    log.realmId(), e);
            LOG.debug("Checkpoints not brought out", e);
        }
    }

    /** @return false if one of the witnesses is to be asked again */
    private boolean cosign(KeycloakSessionFactory factory, WebClient web, LogState log) throws ContradictionException {
        Optional<StoredCheckpoint> latest =
                signed(
                                factory,
                                log,
                                inStore(factory, store -> store.latest(log)).stream()
                                        .toList())
                        .stream()
                        .findFirst();
        boolean all = true;
        for (Witness witness : latest.isEmpty() ? List.<Witness>of() : witnesses) {
            if (rests(witness.name())) {
                all = false;
                continue;
            }
            try {
                cosign(factory, web, log, latest.get(), witness);
            } catch (IOException e) {
                all = false;
                rest(witness.name());
                LOG.warnf(
                        "A checkpoint of the log of realm %s was not witnessed; the next run asks again: %s",
                        log.realmId(), e.getMessage());
            }
        }
        return all;
    }

    private void cosign(
            KeycloakSessionFactory factory, WebClient web, LogState log, StoredCheckpoint checkpoint, Witness witness)
            throws IOException, ContradictionException {
        SignedNote whole = SignedNote.parse(checkpoint.whole());
        if (witness.hasSigned(whole)) {
            return;
        }
        Optional<NoteSignature> signature = witness.cosign(
                web,
                log.origin(),
                SignedNote.parse(checkpoint.note()),
                checkpoint.size(),
                () -> size(factory, log),
                before -> inLog(factory, log, outgoing -> outgoing.consistency(before, checkpoint.size())));
        signature.ifPresent(line -> inLog(factory, log, outgoing -> outgoing.cosign(checkpoint.size(), line + "\n")));
    }

    private static long size(KeycloakSessionFactory factory, LogState log) {
        return inStore(factory, store -> store.find(log.realmId()))
                .map(LogState::size)
                .orElse(0L);
    }

    private void appendToFile(KeycloakSessionFactory factory, LogState log) throws IOException, ContradictionException {
        if (!files.areKept()) {
            return;
        }
        List<VerifierKey> keys = inStore(factory, store -> LogTrust.of(store).keys(log));
        long last = files.last(log, keys).map(known -> known.size()).orElse(0L);
        for (StoredCheckpoint checkpoint : next(factory, log, last)) {
            files.append(log, checkpoint.whole());
        }
    }

    /** @return false if there are more to send */
    private boolean send(KeycloakSessionFactory factory, WebClient web, LogState log)
            throws IOException, ContradictionException {
        if (address == null) {
            return true;
        }
        if (rests(address.toString())) {
            return false;
        }
        long sent = log.sentSize();
        for (StoredCheckpoint checkpoint : next(factory, log, sent)) {
            send(web, checkpoint.whole());
            long before = sent;
            if (!inLog(factory, log, outgoing -> outgoing.sent(before, checkpoint.size()))) {
                return false;
            }
            sent = checkpoint.size();
        }
        return sent >= log.size();
    }

    private void send(WebClient web, String note) throws IOException, ContradictionException {
        try {
            WebClient.Answer answer = web.post(address, note);
            if (answer.status() == CONFLICT) {
                throw new ContradictionException(address + " says that it contradicts what it has");
            }
            if (!answer.isSuccess()) {
                throw new IOException(address + " answered " + answer.status());
            }
        } catch (IOException e) {
            rest(address.toString());
            throw e;
        }
    }

    private boolean rests(String name) {
        Instant until = resting.get(name);
        return until != null && clock.instant().isBefore(until);
    }

    private void rest(String name) {
        resting.put(name, clock.instant().plus(REST));
    }

    /** After the last one, some of those that came; the latest where nothing ever went out. */
    private static List<StoredCheckpoint> next(KeycloakSessionFactory factory, LogState log, long last)
            throws ContradictionException {
        return signed(
                factory,
                log,
                inStore(
                        factory,
                        store -> last == 0 ? store.latest(log).stream().toList() : store.larger(log, last, SOME)));
    }

    /** Nothing goes out as the realm's that the realm did not sign. */
    private static List<StoredCheckpoint> signed(
            KeycloakSessionFactory factory, LogState log, List<StoredCheckpoint> checkpoints)
            throws ContradictionException {
        List<StoredCheckpoint> unsigned = inStore(factory, store -> {
            LogTrust trust = LogTrust.of(store);
            return checkpoints.stream()
                    .filter(checkpoint -> !trust.believes(log, checkpoint))
                    .toList();
        });
        if (!unsigned.isEmpty()) {
            throw ContradictionException.unsigned(unsigned.get(0));
        }
        return checkpoints;
    }

    private <T> T inLog(KeycloakSessionFactory factory, LogState log, Function<OutgoingLog, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> work.apply(new OutgoingLog(session, logs(session), log, clock)));
    }

    private static <T> T inStore(KeycloakSessionFactory factory, Function<LogStore, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> work.apply(logs(session)));
    }

    private static LogStore logs(KeycloakSession session) {
        return session.getProvider(LedgerProvider.class).logs();
    }
}
