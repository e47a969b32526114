package io.agreements.keycloak.account.departure;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.acceptance.user.KnownUsers;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.GoneUser;
import io.agreements.keycloak.account.deletion.StoredEvents;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.details.DeletionDetails;
import io.agreements.keycloak.ledger.details.ErasureDetails;
import io.agreements.keycloak.ledger.erasure.Erasure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageId;

/**
 * What becomes of users who are gone: standings and deletion requests are dropped, what identifies the person is erased
 * from records unless a legal hold keeps it, and the ledger says so; what Keycloak's event store tells of them is erased soon
 * after. Whoever is there again under the same id keeps everything. Takes part in the session's transaction.
 */
public final class Departures {

    private final KeycloakSession session;
    private final AcceptanceProvider acceptances;
    private final LedgerProvider ledger;
    private final DeletionRequestProvider requests;
    private final StoredEvents events;
    private final MailingProvider mailings;
    private final ImportingAdministrator importer;
    private final Clock clock;

    public Departures(KeycloakSession session, Clock clock) {
        this.session = session;
        this.acceptances = session.getProvider(AcceptanceProvider.class);
        this.ledger = session.getProvider(LedgerProvider.class);
        this.requests = session.getProvider(DeletionRequestProvider.class);
        this.events = requests.storedEvents();
        this.mailings = session.getProvider(MailingProvider.class);
        this.importer = new ImportingAdministrator(session);
        this.clock = clock;
    }

    /** Users whose accounts were removed; an import may have made some of them anew. */
    public void ofUsers(RealmModel realm, Collection<Departure> departures) {
        List<String> ids = departures.stream().map(Departure::userId).toList();
        Set<String> replaced = users().existing(realm, ids);
        List<LedgerRecord> records = new ArrayList<>();
        List<Departure> gone = new ArrayList<>();
        for (Departure departure : departures) {
            if (replaced.contains(departure.userId())) {
                Actor actor = byImport(departure.actor());
                records.add(entry(realm, actor, clock.instant(), departure.userId(), DeletionDetails.replaced(actor)));
            } else {
                gone.add(departure);
            }
        }
        records.addAll(ofGone(realm, gone, departure -> DeletionDetails.ofAccount(departure.actor())));
        ledger.appendAll(records);
    }

    /** A user nobody said had gone. */
    void ofMissingUser(RealmModel realm, String userId) {
        if (!StorageId.isLocalStorage(userId)) {
            Clearance.revokeOfGone(session, realm, userId);
        }
        Departure departure = new Departure(userId, Actor.SCHEDULE, Set.of());
        ledger.appendAll(ofGone(realm, List.of(departure), any -> DeletionDetails.missing()));
    }

    /**
     * All accounts of a realm at once; an import may have made the realm anew, and makes its users after it.
     *
     * @return whether the realm is gone
     */
    public boolean ofRealm(RealmModel realm, Actor actor) {
        if (users().isRealmThere(realm.getId())) {
            Actor importer = byImport(actor);
            append(realm, importer, clock.instant(), null, DeletionDetails.replacedRealm(importer, realm.getName()));
            return false;
        }
        Instant now = clock.instant();
        OptionalLong users = acceptances.removeRealm(realm);
        requests.removeRealm(realm);
        events.removeRealm(realm);
        mailings.removeRealm(realm);
        tell(realm, List.of(), null);
        append(realm, actor, now, null, DeletionDetails.ofRealm(actor, realm.getName(), users));
        append(realm, actor, now, null, ErasureDetails.ofRealm(actor, ledger.eraseRealm(realm, now)));
        ledger.log(realm).end();
        return true;
    }

    /** All accounts of a user store at once. */
    public void ofUserStore(RealmModel realm, ComponentModel store, Actor actor) {
        Instant now = clock.instant();
        long users = acceptances.removeUsersOf(realm, store.getId());
        requests.removeUsersOf(realm, store.getId());
        tell(realm, List.of(), store.getId());
        events.eraseLater(GoneUser.ofStore(realm.getId(), store.getId(), now), Set.of());
        append(realm, actor, now, null, DeletionDetails.ofUserStore(actor, store.getName(), users));
        Erasure erasure = ledger.eraseUsersOf(realm, store.getId(), now);
        append(realm, actor, now, null, ErasureDetails.ofUserStore(actor, erasure, store.getId()));
    }

    /**
     * Statements are for all of them together, records of each.
     *
     * @return what is to be put on record of it
     */
    private List<LedgerRecord> ofGone(
            RealmModel realm, List<Departure> departures, Function<Departure, Details> deletion) {
        if (departures.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<String> userIds = departures.stream().map(Departure::userId).toList();
        acceptances.removeUsers(realm, userIds);
        requests.removeUsers(realm, userIds);
        tell(realm, userIds, null);
        Map<String, Erasure> erasures = ledger.eraseUsers(realm, userIds, now);
        Map<GoneUser, Set<String>> names = new LinkedHashMap<>();
        List<LedgerRecord> records = new ArrayList<>();
        for (Departure departure : departures) {
            Actor actor = departure.actor();
            Erasure erasure = erasures.get(departure.userId());
            names.put(
                    new GoneUser(realm.getId(), departure.userId(), erasure.pseudonym(), now),
                    names(departure, erasure));
            records.add(entry(realm, actor, now, erasure.departedId(), deletion.apply(departure)));
            records.add(entry(realm, actor, now, erasure.userId(), ErasureDetails.ofUser(actor, erasure)));
        }
        events.eraseLater(names);
        return records;
    }

    private void tell(RealmModel realm, List<String> userIds, String userStoreId) {
        session.getKeycloakSessionFactory().publish(new DepartedEvent(session, realm, userIds, userStoreId));
    }

    /** The ledger knows earlier names, and those of users nobody announced; some events have the id. */
    private static Set<String> names(Departure departure, Erasure erasure) {
        Set<String> names = new LinkedHashSet<>(departure.names());
        names.addAll(erasure.usernames());
        names.add(departure.userId());
        names.add(StorageId.externalId(departure.userId()));
        return names;
    }

    private KnownUsers users() {
        return acceptances.knownUsers();
    }

    /** Where no request is behind it, it was the command of the server. */
    private Actor byImport(Actor actor) {
        Actor known = actor.kind() == ActorKind.SCHEDULE ? importer.find().orElse(actor) : actor;
        ActorKind kind = known.kind() == ActorKind.SCHEDULE ? ActorKind.COMMAND : known.kind();
        return new Actor(kind, Method.IMPORT, known.administratorId(), known.clientId());
    }

    private void append(RealmModel realm, Actor actor, Instant when, String userId, Details details) {
        ledger.append(entry(realm, actor, when, userId, details));
    }

    private static LedgerRecord entry(RealmModel realm, Actor actor, Instant when, String userId, Details details) {
        return LedgerRecord.of(details, realm, when)
                .user(userId)
                .method(actor.method())
                .client(actor.clientId())
                .build();
    }
}
