package io.agreements.keycloak.disclosure;

import io.agreements.keycloak.agreement.StateConflictException;
import java.util.Collection;
import org.keycloak.models.KeycloakSession;

/** Puts disclosures into the register and on record. */
public final class Disclosures {

    private final KeycloakSession session;
    private final DisclosureProvider register;

    public Disclosures(KeycloakSession session) {
        this.session = session;
        this.register = session.getProvider(DisclosureProvider.class);
    }

    /** Adds an entry, and whom it concerns. */
    public void register(Disclosure disclosure, Collection<String> userIds) {
        register.add(disclosure);
        publish(disclosure, register.concern(disclosure, userIds), true);
    }

    /**
     * Has an entry concern further users; those it concerns already are passed over.
     *
     * @throws StateConflictException if another entry stands in its place
     */
    public void concern(Disclosure disclosure, Collection<String> userIds) {
        requireCurrent(disclosure);
        int users = register.concern(disclosure, userIds);
        if (users > 0) {
            publish(disclosure, users, false);
        }
    }

    /**
     * Puts an entry in the place of one that was wrong, for the users whom that one concerns. Both stay in the register; who
     * was told of the wrong one is told of the right one, who was not is told of the right one alone. It is on record also
     * where all of them are forgotten.
     *
     * @return the right one
     * @throws StateConflictException if another entry stands in the place of the wrong one already
     */
    public Disclosure correct(Disclosure wrong, Disclosure wanted) {
        requireCurrent(wrong);
        Disclosure right = wanted.correcting(wrong);
        register.add(right);
        register.replace(wrong, right);
        publish(right, register.passOnUsers(right), true);
        return right;
    }

    private void requireCurrent(Disclosure disclosure) {
        if (!register.hold(disclosure)) {
            throw new StateConflictException("The disclosure " + disclosure.id()
                    + " has been corrected. Read it again, and go on with the entry that stands in its place.");
        }
    }

    /** @param isNew whether the entry is; otherwise it concerns more users */
    private void publish(Disclosure disclosure, int users, boolean isNew) {
        session.getKeycloakSessionFactory().publish(DisclosureEvent.registered(session, disclosure, users, isNew));
    }
}
