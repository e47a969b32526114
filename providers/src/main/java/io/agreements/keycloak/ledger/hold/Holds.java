package io.agreements.keycloak.ledger.hold;

import io.agreements.keycloak.ledger.erasure.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Keeps holds, and what they keep from being erased. Writing takes part in the session's transaction. */
public interface Holds {

    /**
     * Keeps a hold; who is removing its user waits for the end of the transaction.
     *
     * @return false if the user is gone, and nothing of whom is left to hold; nothing is written then
     */
    boolean place(Hold hold);

    /**
     * Lets a hold be over. What it kept from being erased waits to be {@linkplain #carryOut carried out}.
     *
     * @param hold as it is from now on
     * @return false if it was over already
     */
    boolean end(Hold hold);

    /** The hold of a realm with that id; empty if there is none. */
    Optional<ListedHold> find(RealmModel realm, String id);

    /** The holds of a realm that the query means, the latest first. */
    List<ListedHold> find(RealmModel realm, HoldQuery query);

    /** How many holds of the realm last. */
    long countActive(RealmModel realm);

    /** Whether a hold keeps records of the user. */
    boolean keepsRecordsOf(RealmModel realm, String userId);

    /**
     * Ids of users whose records a hold on them keeps, by a name that they have in these: that of a user who is gone is found
     * nowhere else.
     *
     * @param name its beginning, in whatever letters; {@code *} stands for any part
     */
    List<String> usersHeldUnder(RealmModel realm, String name, int max);

    /** Holds of any realm that are to be over by that moment, and last. */
    List<Hold> due(Instant now, int max);

    /** Holds of any realm that are over, while what they kept waits to be carried out. */
    List<Hold> unsettled(int max);

    /** Nothing more is to be carried out of a hold; of a realm that is gone it is forgotten. */
    void settle(Hold hold);

    /**
     * Users of whom a hold that is over may have kept something from being erased.
     *
     * @param after the last one of the part before; null to begin
     */
    List<HeldErasure> waiting(Hold hold, HeldErasure after, int max);

    /** Erases of a user what no hold keeps any more. The user waits on if another one does. */
    Erasure carryOut(HeldErasure erasure);

    /**
     * Erases connections of the user that have expired while the hold lasted; those of an agreement are left to the
     * {@linkplain io.agreements.keycloak.ledger.LedgerProvider#expireConnections expiry}, which goes back for them.
     */
    KeptConnections expireConnections(Hold hold);
}
