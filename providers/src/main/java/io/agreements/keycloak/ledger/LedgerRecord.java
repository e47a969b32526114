package io.agreements.keycloak.ledger;

import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.proof.canonical.Commitment;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.models.RealmModel;

/**
 * One line of the ledger. It is never changed, but for lawful erasure of its {@linkplain ErasableGroup groups}.
 *
 * @param id random
 * @param realmId id of the realm
 * @param userId id of the user, or a pseudonym once it is gone that was a name. Null where no one user is concerned
 * @param type what it is about; null where somebody has put a word there that is none, which {@code details} then has
 * @param shown the text concerned; null where there is none
 * @param settingsDigest SHA-256 of the settings of the agreement and the version that gave the decision its meaning,
 *     hexadecimal; null where there is no decision
 * @param decision null where there is none, or where it is as unknown
 * @param method how it came about; null where no person acted, or where it is as unknown
 * @param clientId the client that was signed in to or is concerned; null if none was
 * @param occurredAt when, in UTC
 * @param recordedAt when it was recorded, in UTC
 * @param details the {@link Details} of its type by name, as they are stored, but for who acted and what somebody wrote;
 *     values are strings, numbers, booleans, or lists and objects of these
 * @param identity who it was
 * @param connection where it came from
 * @param administratorId id of the administrator who acted, or a pseudonym; null if none did
 * @param freeText what somebody wrote, by name of the field; empty if nothing or erased
 * @param commitments to the values of each group there is, also once they are erased
 */
public record LedgerRecord(
        String id,
        String realmId,
        String userId,
        RecordType type,
        Shown shown,
        String settingsDigest,
        Decision decision,
        Method method,
        String clientId,
        Instant occurredAt,
        Instant recordedAt,
        Map<String, Object> details,
        Identity identity,
        Connection connection,
        String administratorId,
        Map<String, String> freeText,
        Map<ErasableGroup, Commitment> commitments) {

    public LedgerRecord {
        Objects.requireNonNull(realmId, "realmId");
        if (!details.containsKey(Details.UNREADABLE_TYPE)) {
            Objects.requireNonNull(type, "type");
        }
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(recordedAt, "recordedAt");
        details = Map.copyOf(details);
        freeText = Map.copyOf(freeText);
        commitments = Map.copyOf(commitments);
    }

    /**
     * @param details tell of which type it is
     * @param now when it is recorded, and also when it occurred if nothing else is said
     */
    public static Builder of(Details details, RealmModel realm, Instant now) {
        return of(details, realm.getId(), now);
    }

    /**
     * @param realmId id of the realm, which may be gone
     * @param now as above
     */
    public static Builder of(Details details, String realmId, Instant now) {
        return new Builder(details, realmId, now);
    }

    /** The details with who acted and what somebody wrote, as far as they are not erased. */
    public Map<String, Object> allDetails() {
        Map<String, Object> all = new TreeMap<>(details);
        all.putAll(freeText);
        if (administratorId != null) {
            all.put(Details.ADMINISTRATOR, administratorId);
        }
        return all;
    }

    /** Whether the group's values are there, and those that the record was bound to. */
    public boolean opens(ErasableGroup group) {
        Commitment commitment = commitments.get(group);
        return commitment != null && commitment.opensTo(values(group));
    }

    /** The group's values by name, for whoever may see them; empty once they are erased. */
    public SortedMap<String, String> values(ErasableGroup group) {
        SortedMap<String, String> values = switch (group) {
            case SUBJECT -> one("userId", userId);
            case IDENTITY -> identity.values();
            case CONNECTION -> connection.values();
            case ACTOR -> one(Details.ADMINISTRATOR, administratorId);
            case FREE_TEXT -> new TreeMap<>(freeText);
        };
        values.values().removeIf(Objects::isNull);
        return values;
    }

    private static SortedMap<String, String> one(String name, String value) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put(name, value);
        return values;
    }

    private LedgerRecord committed() {
        Map<ErasableGroup, Commitment> made = new EnumMap<>(ErasableGroup.class);
        for (ErasableGroup group : ErasableGroup.values()) {
            SortedMap<String, String> values = values(group);
            if (!values.isEmpty()) {
                made.put(group, Commitment.to(values));
            }
        }
        return new LedgerRecord(
                id,
                realmId,
                userId,
                type,
                shown,
                settingsDigest,
                decision,
                method,
                clientId,
                occurredAt,
                recordedAt,
                details,
                identity,
                connection,
                administratorId,
                freeText,
                made);
    }

    /** Collects the parts of a record; what is not said stays empty. */
    public static final class Builder {

        private final Details details;
        private final String realmId;
        private final Instant recordedAt;
        private Instant occurredAt;
        private String userId;
        private Shown shown;
        private String settingsDigest;
        private Decision decision;
        private Method method;
        private String clientId;
        private Identity identity = Identity.NONE;
        private Connection connection = Connection.NONE;

        private Builder(Details details, String realmId, Instant now) {
            this.details = details;
            this.realmId = realmId;
            this.recordedAt = now;
            this.occurredAt = now;
        }

        /** Where that was before it is recorded. */
        public Builder occurredAt(Instant occurredAt) {
            this.occurredAt = occurredAt;
            return this;
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

        /** @param settingsDigest of the settings that give the decision its meaning */
        public Builder settings(String settingsDigest) {
            this.settingsDigest = settingsDigest;
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
            Objects.requireNonNull(occurredAt, "occurredAt");
            Map<String, Object> plain = new TreeMap<>(details.fields());
            String administratorId = (String) plain.remove(Details.ADMINISTRATOR);
            Map<String, String> freeText = new TreeMap<>();
            for (String name : details.freeText()) {
                if (plain.containsKey(name)) {
                    freeText.put(name, (String) plain.remove(name));
                }
            }
            return new LedgerRecord(
                            ShortIds.at(recordedAt),
                            realmId,
                            userId,
                            details.type(),
                            shown,
                            settingsDigest,
                            decision,
                            method,
                            clientId,
                            occurredAt,
                            recordedAt,
                            plain,
                            identity,
                            connection,
                            administratorId,
                            freeText,
                            Map.of())
                    .committed();
        }
    }
}
