package io.agreements.keycloak.account.mailing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Keeps mailings, and finds whom they are for. Writing takes part in the session's transaction. */
public interface MailingProvider extends Provider {

    /** The whole mailing about a version; empty if there never was one. */
    Optional<Mailing> find(String agreementId, int versionNumber);

    /**
     * Keeps a new mailing.
     *
     * @return false if there is one about that version already; nothing is written then
     */
    boolean add(MailingShards mailing);

    /**
     * Changes one part of a mailing as it is stored now; until the transaction ends nobody else changes it.
     *
     * @param known which part of which mailing
     * @param change gives it as it is to be; empty to leave it as it is
     * @return as it is now; empty if nothing was changed or it is gone
     */
    Optional<Mailing> change(Mailing known, Function<Mailing, Optional<Mailing>> change);

    /**
     * Changes all parts of the mailing about a version as they are stored now; until the transaction ends nobody else changes
     * any of them.
     *
     * @param change gives them as they are to be; empty to leave them as they are
     * @return as they are now; empty if nothing was changed or there is no such mailing
     */
    Optional<MailingShards> changeAll(
            String agreementId, int versionNumber, Function<MailingShards, Optional<MailingShards>> change);

    /**
     * All parts that run of mailings of any realm, the one that has been waiting longest in front; none of a mailing of which
     * a part has stopped.
     */
    List<Mailing> running();

    /** How many users it is for. Users whom an external store keeps and Keycloak does not import are not known. */
    long count(RealmModel realm, MailingAudience audience);

    /**
     * Some of those it is for, in the order of their ids, by a number of statements that does not depend on how many.
     *
     * @param afterUserId only those behind that id; null for the first ones
     * @param upToUserId only those up to that id; null for all
     */
    List<Addressee> addressees(
            RealmModel realm, MailingAudience audience, String afterUserId, String upToUserId, int max);

    /** Removes all mailings of the realm. */
    void removeRealm(RealmModel realm);
}
