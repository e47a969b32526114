package io.agreements.keycloak.task;

import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Does something with leases in a transaction of its own, committed when it returns. */
interface LeaseDesk {

    <T> T call(Function<LeaseStore, T> work);

    /** @param stores the leases as a session sees them */
    record Transactions(KeycloakSessionFactory factory, Function<KeycloakSession, LeaseStore> stores)
            implements LeaseDesk {

        @Override
        public <T> T call(Function<LeaseStore, T> work) {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> work.apply(stores.apply(session)));
        }
    }
}
