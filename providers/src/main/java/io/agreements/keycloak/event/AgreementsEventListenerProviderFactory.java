package io.agreements.keycloak.event;

import io.agreements.keycloak.ServerClock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderEventListener;

/** Brings in all listeners: the one a realm switches on by the id {@code agreements}, and those that are always there. */
public final class AgreementsEventListenerProviderFactory implements EventListenerProviderFactory {

    private static final String ID = "agreements";

    private final List<ProviderEventListener> always = List.of(
            new LedgerListener(ServerClock.INSTANCE),
            new RemovalListener(ServerClock.INSTANCE),
            new UnknownTimeZones());

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new AgreementsEventListener(session, ServerClock.INSTANCE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        always.forEach(factory::register);
    }

    @Override
    public void close() {}
}
