package io.agreements.keycloak.ledger;

import io.agreements.keycloak.ledger.erasure.ErasedName;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.erasure.Expiry;
import io.agreements.keycloak.ledger.hold.Holds;
import io.agreements.keycloak.ledger.kept.DecisionsAlike;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.ledger.log.RealmLog;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.removal.RealmErasures;
import io.agreements.keycloak.ledger.retention.RetentionRuns;
import io.agreements.keycloak.ledger.verification.LogVerifications;
import io.agreements.keycloak.ledger.verification.RealmVerification;
import io.agreements.proof.ledger.LedgerSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The append-only record of what users decided and what was done with their accounts. */
public interface LedgerProvider extends Provider {

    /**
     * Appends in the session's transaction; it is written before the call returns, so that a failure is the caller's.
     *
     * @throws RuntimeException if it cannot be written; the transaction must not be committed then
     */
    void append(LedgerRecord entry);

    /**
     * Appends all of these as one: a few dozen at most, written by one statement.
     *
     * @throws RuntimeException if they cannot be written; the transaction must not be committed then
     */
    void appendAll(List<LedgerRecord> entries);

    /**
     * Erases what identifies the persons from all records of these users: name and session, address and user agent, what was
     * written, and the salts of their commitments. The user id stays, as a pseudonym; that of a user whom an external store
     * keeps is a name, and gives way to one, also where that one acted as an administrator. What a {@linkplain Holds hold}
     * keeps of a user's records waits for its end; so it is with the next two. Users whom Keycloak keeps itself, and of whom
     * no hold keeps anything, take a few statements together.
     *
     * @param goneAt since when the users are gone
     * @return what was erased of each, by the id given
     */
    Map<String, Erasure> eraseUsers(RealmModel realm, Collection<String> userIds, Instant goneAt);

    /**
     * Has what identifies persons erased from all records of the realm, which is about to go; how far the expiry of
     * connections has come in it is forgotten. Where a hold keeps something, what it does not keep is erased at once; else
     * all of it {@linkplain #realmErasures behind the removal}.
     *
     * @param goneAt since when the realm is gone
     * @return what is erased, then or later
     */
    Erasure eraseRealm(RealmModel realm, Instant goneAt);

    /** What is left to do of realms that are gone. */
    RealmErasures realmErasures();

    /**
     * Erases what identifies persons from the records of users that are gone from a user store.
     *
     * @param userStoreId id of the component whose users are meant
     * @param goneAt since when they are gone
     */
    Erasure eraseUsersOf(RealmModel realm, String userStoreId, Instant goneAt);

    /**
     * Erases address and user agent, and the salt of their commitment, from records of the realm that occurred before a
     * moment: the oldest first, and some at a time. What was passed once is not looked at again, so whoever records a
     * connection does so within a day of the moment it is of. What a hold keeps is passed over.
     *
     * @param before at least a day ago
     * @param now the moment at which that is
     * @param some how many records to pass, about; more than 0
     * @param onRecord whether the ledger says already that what occurred before that moment is erased: then what is erased
     *     on the way is counted at the end
     */
    Expiry expireConnections(RealmModel realm, Instant before, Instant now, int some, boolean onRecord);

    /**
     * Users who should be in Keycloak's own table and are not, although records identify them and do not wait for the end of
     * a hold to be erased.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds missingUsers(RealmModel realm, String after);

    /**
     * Users whom an external store keeps, as far as they have records and no standing, and their records do not wait for the
     * end of a hold to be erased.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds externalUsers(RealmModel realm, String after);

    /**
     * Gives the users and administrators of stores that are gone, with their realm or without it, a pseudonym in the place
     * of their ids, which are names, and erases what else identifies them; unless a hold keeps the records of such a user.
     *
     * @param max how many users at most
     * @param goneAt since when they are gone
     * @return what was erased, which the caller puts on record in the realm it was erased in
     */
    List<ErasedName> eraseNames(int max, Instant goneAt);

    /**
     * The first of these users, as far as it takes them to have made that many decisions; all of them if they have made fewer.
     *
     * @param decisions more than 0
     */
    UserSpan firstOf(RealmModel realm, UserSpan users, int decisions);

    /**
     * The latest decision of each of these users on each agreement, where the person is not erased; several where they were
     * made at the same moment. In no order.
     */
    List<LedgerRecord> latestDecisions(RealmModel realm, UserSpan users);

    /** The records of a realm that the query means, the latest first. */
    List<LedgerRecord> find(RealmModel realm, RecordQuery query);

    /**
     * The same, but where only the {@linkplain RecordQuery.Circumstances circumstances} tell which of very many records are
     * meant it looks at a hundred thousand at most, and says where it stopped.
     *
     * @param query passes over none by number
     */
    FoundRecords search(RealmModel realm, RecordQuery query);

    /** The record of a realm with that id; empty if there is none. */
    Optional<LedgerRecord> find(RealmModel realm, String id);

    /** The same with what others can verify it by. */
    Optional<LoggedRecord> logged(RealmModel realm, String id);

    /** When expired addresses and user agents were looked for. */
    RetentionRuns retentionRuns();

    /**
     * All decisions on a version, put together by what they say and by what the page said; in no order. It looks at each of
     * them, so it takes its time where there are many.
     */
    List<DecisionsAlike> decisionsAlike(RealmModel realm, String agreementKey, int version);

    /** The legal holds on its records. */
    Holds holds();

    /** The log of a realm, which makes changes of its records visible to others. */
    RealmLog log(RealmModel realm);

    /** Where the logs of all realms are kept. */
    LogStore logs();

    /** The verification of the log of a realm. */
    RealmVerification verification(RealmModel realm);

    /** Where the verifications of all realms are kept. */
    LogVerifications verifications();

    /** The ledger of a realm as it is stored, read bit by bit, each in a session of its own; it may outlive this one. */
    LedgerSource stored(String realmId);

    /**
     * Keeps what records name by its digest, unless it is kept already; with the session's transaction. It costs nothing
     * where this server has seen it kept.
     *
     * @throws RuntimeException if it cannot be written; no record may name it then
     */
    void keep(Kept kept);

    /** What has that digest (hexadecimal); empty if nothing is kept that has. */
    Optional<Kept> kept(KeptKind kind, String digest);
}
