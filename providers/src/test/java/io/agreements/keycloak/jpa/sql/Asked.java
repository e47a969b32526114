package io.agreements.keycloak.jpa.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.cache.AlternativeLookupProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.RoleModel;
import org.keycloak.transaction.JtaTransactionManagerLookup;

/** What classes need that ask a database: a session, a realm and a database that answers as it is told. */
public final class Asked {

    private final SilentDatabase database;
    private final EntityManager entities;
    private final Map<String, Object> attributes = new HashMap<>();
    private final KeycloakSession session;

    Asked(SilentDatabase database, EntityManager asked) {
        this.database = database;
        this.entities = watched(asked);
        this.session = Silent.of(
                KeycloakSession.class,
                Map.of(
                        "getProvider",
                        asking -> provider((Class<?>) asking[0]),
                        "getAttribute",
                        name -> attributes.get((String) name[0]),
                        "setAttribute",
                        pair -> attributes.put((String) pair[0], pair[1]),
                        "getContext",
                        any -> Silent.of(KeycloakContext.class, Map.of()),
                        "getTransactionManager",
                        any -> Silent.of(KeycloakTransactionManager.class, Map.of()),
                        "realms",
                        any -> Silent.of(RealmProvider.class, Map.of()),
                        "getKeycloakSessionFactory",
                        any -> Silent.of(KeycloakSessionFactory.class, Map.of())));
        answer(Answers.NONE);
    }

    private Object provider(Class<?> type) {
        if (type == JpaConnectionProvider.class) {
            return Silent.of(JpaConnectionProvider.class, Map.of("getEntityManager", any -> entities));
        }
        if (type == JtaTransactionManagerLookup.class) {
            return Silent.of(JtaTransactionManagerLookup.class, Map.of("getTransactionManager", any -> transactions()));
        }
        return type == AlternativeLookupProvider.class
                ? Silent.of(AlternativeLookupProvider.class, Map.of("lookupRoleFromString", any -> role()))
                : null;
    }

    private static TransactionManager transactions() {
        return Silent.of(
                TransactionManager.class, Map.of("getTransaction", any -> Silent.of(Transaction.class, Map.of())));
    }

    private static RoleModel role() {
        return Silent.of(RoleModel.class, Map.of("getId", any -> "role"));
    }

    public EntityManager entities() {
        return entities;
    }

    public KeycloakSession session() {
        return session;
    }

    /** With a store of users. */
    public RealmModel realm() {
        return Silent.of(
                RealmModel.class,
                Map.of(
                        "getId",
                        any -> "0b9d6f4e-2f0a-4b57-8d5c-7a3e5d1c9b02",
                        "getName",
                        any -> "shop",
                        "getComponentsStream",
                        any -> Stream.of(new ComponentModel())));
    }

    /** From now on. */
    void answer(Answers answers) {
        database.answer(answers);
    }

    /** From now on that many rows, and that number wherever there are any. */
    public void answer(int rows, long number) {
        answer(Answers.rows(rows).counting(number));
    }

    private EntityManager watched(EntityManager asked) {
        return Silent.proxy(EntityManager.class, (self, method, arguments) -> {
            database.sites().reach();
            Object answer = invoke(asked, method, arguments);
            return answer instanceof TypedQuery<?> query ? watched(query) : answer;
        });
    }

    private Query watched(TypedQuery<?> asked) {
        return Silent.proxy(TypedQuery.class, (self, method, arguments) -> {
            database.sites().reach();
            Object answer = invoke(asked, method, arguments);
            return answer == asked ? self : answer;
        });
    }

    private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Asks as the product does. */
    @FunctionalInterface
    interface Asking {
        void ask(Asked asked);
    }
}
