package io.agreements.keycloak.jpa.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.jpa.JpaEventStoreProvider;
import org.keycloak.models.KeycloakSession;

final class JpaStoredEventsTest {

    @Test
    void eventsInKeycloaksTablesAreErasable() {
        assertThat(areErasable(new JpaEventStoreProvider(null, null))).isTrue();
        assertThat(areErasable(null)).isTrue();
    }

    @Test
    void eventsInAnotherStoreAreNotSaidToBe() {
        assertThat(areErasable(of(EventStoreProvider.class, (proxy, method, arguments) -> null)))
                .isFalse();
    }

    private static boolean areErasable(EventStoreProvider store) {
        KeycloakSession session = of(KeycloakSession.class, (proxy, method, arguments) -> store);
        return new JpaStoredEvents(session, null).areErasable();
    }

    private static <T> T of(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
