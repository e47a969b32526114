package io.agreements.keycloak.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One line of the ledger. It is never changed, but for lawful erasure of {@link Identity} and {@link Connection}.
 *
 * @param id random
 * @param realmId id of the realm
 * @param userId id of the user; it stays as a pseudonym when the user is gone. Null where no one user is concerned
 * @param type what it is about
 * @param shown the text concerned; null where there is none
 * @param decision null where there is none
 * @param method how it came about; null where no person acted
 * @param clientId the client that was signed in to or is concerned; null if none was
 * @param occurredAt when, in UTC
 * @param details the {@link Details} of its type by name, as they are stored; values are strings,
 *     numbers, booleans, or lists and objects of these
 * @param identity who it was
 * @param connection where it came from
 */
public record LedgerRecord(
        String id,
        String realmId,
        String userId,
        RecordType type,
        Shown shown,
        Decision decision,
        Method method,
        String clientId,
        Instant occurredAt,
        Map<String, Object> details,
        Identity identity,
        Connection connection) {

    public LedgerRecord {
        Objects.requireNonNull(realmId, "realmId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        details = Map.copyOf(details);
    }

    /** @param details tell of which type it is */
    public static Builder of(Details details, RealmModel realm, Instant occurredAt) {
        return of(details, realm.getId(), occurredAt);
    }

    /** @param realmId id of the realm, which may be gone */
    public static Builder of(Details details, String realmId, Instant occurredAt) {
        return new Builder(details, realmId, occurredAt);
    }

    /** Collects the parts of a record; what is not said stays empty. */
    public static final class Builder {

        private final Details details;
        private final String realmId;
        private final Instant occurredAt;
        private String userId;
        private Shown shown;
        private Decision decision;
        private Method method;
        private String clientId;
        private Identity identity = Identity.NONE;
        private Connection connection = Connection.NONE;

        private Builder(Details details, String realmId, Instant occurredAt) {
            this.details = details;
            this.realmId = realmId;
            this.occurredAt = occurredAt;
        }

        public Builder user(String userId) {
            this.userId = userId;
            return this;
        }

        public Builder decision(Decision decision, Shown shown) {
            this.decision = decision;
            this.shown = shown;
            return this;
        }

        public Builder shown(Shown shown) {
            this.shown = shown;
            return this;
        }

        public Builder method(Method method) {
            this.method = method;
            return this;
        }

        public Builder client(String clientId) {
            this.clientId = clientId;
            return this;
        }

        public Builder identity(Identity identity) {
            this.identity = identity;
            return this;
        }

        public Builder connection(Connection connection) {
            this.connection = connection;
            return this;
        }

        public LedgerRecord build() {
            return new LedgerRecord(
                    KeycloakModelUtils.generateId(),
                    realmId,
                    userId,
                    details.type(),
                    shown,
                    decision,
                    method,
                    clientId,
                    occurredAt,
                    details.fields(),
                    identity,
                    connection);
        }
    }
}
