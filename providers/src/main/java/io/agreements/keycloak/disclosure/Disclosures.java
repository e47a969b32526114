package io.agreements.keycloak.disclosure;

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
        concern(disclosure, userIds);
    }

    /** Has an entry concern further users; those it concerns already are passed over. */
    public void concern(Disclosure disclosure, Collection<String> userIds) {
        int users = register.concern(disclosure, userIds);
        if (users > 0) {
            session.getKeycloakSessionFactory().publish(new DisclosureEvent(session, disclosure, null, users));
        }
    }
}
