package io.agreements.keycloak.token;

import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;

/**
 * A token that Keycloak has stored of an identity provider is not given to a client whose user owes an agreement. Keycloak
 * may ask nobody before it gives it away, but tells its event listeners. What a listener throws is lost, so it is looked at
 * before the transaction ends, and refused after it has: a token that the identity provider has renewed meanwhile, perhaps
 * for the one time that it can be, is kept.
 */
final class StoredTokens implements EventListenerProvider {

    private final KeycloakSession session;
    private final Clock clock;

    StoredTokens(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.IDENTITY_PROVIDER_RETRIEVE_TOKEN) {
            AtomicReference<WebApplicationException> refusal = new AtomicReference<>();
            KeycloakTransactionManager transaction = session.getTransactionManager();
            transaction.enlistPrepare(atTheEnd(() -> refusal.set(refusal().orElse(null))));
            transaction.enlistAfterCompletion(atTheEnd(() -> {
                if (refusal.get() != null) {
                    throw refusal.get();
                }
            }));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}

    private Optional<WebApplicationException> refusal() {
        RealmModel realm = session.getContext().getRealm();
        return new Bearers(session, realm).shown().flatMap(bearer -> refusal(realm, bearer));
    }

    private Optional<WebApplicationException> refusal(RealmModel realm, Bearer bearer) {
        return new RestrictionCheck(session, realm, clock)
                .of(bearer)
                .or(() -> owed(realm, bearer))
                .map(refusal -> new Refusals(session, realm).ofWhatIsKept(WayIn.BROKER_TOKEN, bearer, refusal));
    }

    private Optional<ClientRefusal> owed(RealmModel realm, Bearer bearer) {
        Issuance.Question question = new Issuance.Question(WayIn.BROKER_TOKEN.policyEvent(), bearer.client(), "");
        return new ExecutorSettings(session, realm)
                .of(question)
                .filter(settings -> settings.events().contains(WayIn.BROKER_TOKEN))
                .flatMap(settings -> new AcceptanceCheck(session, realm, settings.grace(), clock).of(bearer).stream())
                .findFirst()
                .map(owed -> ClientRefusal.of(session, realm, owed));
    }

    private static AbstractKeycloakTransaction atTheEnd(Runnable step) {
        return new AbstractKeycloakTransaction() {

            @Override
            protected void commitImpl() {
                step.run();
            }

            @Override
            protected void rollbackImpl() {}
        };
    }
}
