package io.agreements.keycloak.conduct;

import io.agreements.keycloak.conduct.barred.BarredNames;
import io.agreements.keycloak.ledger.UserIds;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps restrictions. Writing takes part in the session's transaction. */
public interface RestrictionProvider extends Provider {

    /** Whether there may be a restriction in the realm that nobody has ended; hardly ever asks the database. */
    boolean concerns(RealmModel realm);

    /** Restrictions of a user that nobody has ended, also those that are over by the clock. */
    List<Restriction> notEnded(RealmModel realm, String userId);

    /**
     * Keeps a restriction; who is removing its user waits for the end of the transaction.
     *
     * @return false if the user is gone; nothing is written then
     */
    boolean add(Restriction restriction);

    /**
     * Changes statement and date.
     *
     * @param restriction as it is to be, with the changes it was read with
     * @return false if it is over, or was changed meanwhile; nothing is written then
     */
    boolean change(Restriction restriction);

    /**
     * Lets a restriction be over.
     *
     * @param restriction as it is from now on
     * @return false if it was over already
     */
    boolean end(Restriction restriction);

    /**
     * Notices of any realm whose date has come, and of which nobody has taken note yet; those that have waited longest come
     * first.
     *
     * @param after the last of the page before; null for the first page
     */
    List<Restriction> due(Instant now, Restriction after, int max);

    /**
     * Takes note that a notice's date has come.
     *
     * @return false if that was done already, or it is over, or has another date by now
     */
    boolean miss(Restriction notice, Instant now);

    /**
     * Keeps what the user says against it.
     *
     * @return false if something is kept already, or it was ended; nothing is written then
     */
    boolean appeal(Restriction appealed);

    /**
     * Keeps what is said to an appeal.
     *
     * @return false if there is none, or it was answered already; nothing is written then
     */
    boolean answer(Restriction answered);

    /** The restriction of a realm with that id; empty if there is none. */
    Optional<ListedRestriction> find(RealmModel realm, String id);

    /** The restrictions of a realm that the query means, the latest first. */
    List<ListedRestriction> find(RealmModel realm, RestrictionQuery query);

    /** What is kept from being registered again after terminations; it outlives its restriction and its user. */
    BarredNames barred();

    /**
     * Users whom an external store keeps, as far as something is or was imposed on them.
     *
     * @param after where the part before said to go on; null to begin
     */
    UserIds externalUsers(RealmModel realm, String after);

    /** Removes the restrictions of these users, by one statement. */
    void removeUsers(RealmModel realm, Collection<String> userIds);

    /**
     * Removes the restrictions of users that are gone from a user store.
     *
     * @param userStoreId id of the component whose users are meant
     */
    void removeUsersOf(RealmModel realm, String userStoreId);

    /** Removes all restrictions of the realm, and what is barred in it. */
    void removeRealm(RealmModel realm);
}
