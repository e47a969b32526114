package io.agreements.keycloak.jpa.ledger.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.FieldChecks;
import io.agreements.proof.canonical.RecordKeys;
import io.agreements.proof.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Records as rows of {@code AGR_RECORD}, and back. */
public final class RecordRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FREE_TEXT = new TypeReference<>() {};

    private RecordRows() {}

    public static RecordEntity toRow(LedgerRecord entry) {
        RecordEntity entity = new RecordEntity();
        entity.id = entry.id();
        entity.realmId = entry.realmId();
        entity.userId = entry.userId();
        entity.type = entry.type().name();
        entity.decision = name(entry.decision());
        entity.method = name(entry.method());
        entity.clientId = entry.clientId();
        entity.occurredAt = entry.occurredAt().toEpochMilli();
        entity.recordedAt = entry.recordedAt().toEpochMilli();
        entity.settingsDigest = entry.settingsDigest();
        entity.details = json(entry.details());
        if (entry.shown() != null) {
            fillShown(entity, entry.shown());
        } else if (entry.type() == RecordType.HOLD) {
            entity.agreementKey = (String) entry.details().get("agreement");
        }
        entity.username = entry.identity().username();
        entity.sessionId = entry.identity().sessionId();
        entity.administratorId = entry.administratorId();
        entity.freeText = json(entry.freeText());
        entity.realmKey = RecordKeys.ofRealm(entity.realmId);
        entity.listKey = RecordKeys.ofList(entity.realmId, entity.type, entity.agreementKey);
        entry.commitments().forEach((group, commitment) -> fillCommitment(entity, group, commitment));
        if (entity.connectionCommitment != null) {
            entity.connection = connection(entity, entry);
        }
        entity.fieldChecks =
                HexFormat.of().formatHex(FieldChecks.of(RecordWords.of(entity)).bytes());
        return entity;
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static void fillShown(RecordEntity entity, Shown shown) {
        entity.agreementKey = shown.agreementKey();
        entity.versionNumber = shown.versionNumber();
        entity.locale = shown.locale();
        entity.textDigest = shown.textDigest();
        entity.wordingDigest = shown.wordingDigest();
        entity.endReached = shown.endReached();
        entity.diffFrom = shown.diffFrom();
    }

    private static void fillCommitment(RecordEntity entity, ErasableGroup group, Commitment commitment) {
        switch (group) {
            case SUBJECT -> {
                entity.subjectSalt = commitment.salt();
                entity.subjectCommitment = commitment.digest();
            }
            case IDENTITY -> {
                entity.identitySalt = commitment.salt();
                entity.identityCommitment = commitment.digest();
            }
            case CONNECTION -> entity.connectionCommitment = commitment.digest();
            case ACTOR -> {
                entity.actorSalt = commitment.salt();
                entity.actorCommitment = commitment.digest();
            }
            case FREE_TEXT -> {
                entity.freeTextSalt = commitment.salt();
                entity.freeTextCommitment = commitment.digest();
            }
        }
    }

    private static ConnectionEntity connection(RecordEntity entity, LedgerRecord entry) {
        ConnectionEntity connection = ConnectionEntity.of(entity);
        connection.ipAddress = entry.connection().ipAddress();
        connection.userAgent = entry.connection().userAgent();
        connection.salt = entry.commitments().get(ErasableGroup.CONNECTION).salt();
        return connection;
    }

    /** What goes when the user does. */
    public static void eraseIdentifying(RecordEntity entity) {
        entity.username = null;
        entity.sessionId = null;
        entity.identitySalt = null;
        entity.connection = null;
        entity.freeText = null;
        entity.freeTextSalt = null;
    }

    public static LedgerRecord toRecord(RecordEntity entity) {
        return new LedgerRecord(
                entity.id,
                entity.realmId,
                entity.userId,
                StoredWords.read(RecordType.class, entity.type).orElse(null),
                shown(entity),
                entity.settingsDigest,
                StoredWords.read(Decision.class, entity.decision).orElse(null),
                StoredWords.read(Method.class, entity.method).orElse(null),
                entity.clientId,
                Instant.ofEpochMilli(entity.occurredAt),
                Instant.ofEpochMilli(entity.recordedAt),
                details(entity),
                new Identity(entity.username, entity.sessionId),
                connection(entity),
                entity.administratorId,
                read(entity.freeText, FREE_TEXT).orElse(Map.of()),
                commitments(entity));
    }

    private static Connection connection(RecordEntity entity) {
        return entity.connection == null
                ? Connection.NONE
                : new Connection(entity.connection.ipAddress, entity.connection.userAgent);
    }

    private static Shown shown(RecordEntity entity) {
        if (entity.agreementKey == null || entity.versionNumber == null) {
            return null;
        }
        return new Shown(
                entity.agreementKey,
                entity.versionNumber,
                entity.locale,
                entity.textDigest,
                entity.wordingDigest,
                entity.endReached,
                entity.diffFrom);
    }

    private static Map<ErasableGroup, Commitment> commitments(RecordEntity entity) {
        Map<ErasableGroup, Commitment> commitments = new EnumMap<>(ErasableGroup.class);
        BiConsumer<ErasableGroup, Commitment> putIfThere = (group, commitment) -> {
            if (commitment.digest() != null) {
                commitments.put(group, commitment);
            }
        };
        putIfThere.accept(ErasableGroup.SUBJECT, new Commitment(entity.subjectSalt, entity.subjectCommitment));
        putIfThere.accept(ErasableGroup.IDENTITY, new Commitment(entity.identitySalt, entity.identityCommitment));
        putIfThere.accept(
                ErasableGroup.CONNECTION,
                new Commitment(entity.connection == null ? null : entity.connection.salt, entity.connectionCommitment));
        putIfThere.accept(ErasableGroup.ACTOR, new Commitment(entity.actorSalt, entity.actorCommitment));
        putIfThere.accept(ErasableGroup.FREE_TEXT, new Commitment(entity.freeTextSalt, entity.freeTextCommitment));
        return commitments;
    }

    /** What somebody else wrote there is told by its digest, so that nobody who reads many records is kept from them. */
    private static Map<String, Object> details(RecordEntity entity) {
        Optional<Map<String, Object>> read = read(entity.details, DETAILS);
        Map<String, Object> details =
                new HashMap<>(read.orElseGet(() -> Map.of(Details.UNREADABLE, Sha256.hex(utf8(entity.details)))));
        if (read(entity.freeText, FREE_TEXT).isEmpty()) {
            details.put(Details.UNREADABLE_WORDS, Sha256.hex(utf8(entity.freeText)));
        }
        putUnknown(details, Details.UNREADABLE_TYPE, RecordType.class, entity.type);
        putUnknown(details, Details.UNREADABLE_DECISION, Decision.class, entity.decision);
        putUnknown(details, Details.UNREADABLE_METHOD, Method.class, entity.method);
        return details;
    }

    private static <E extends Enum<E>> void putUnknown(
            Map<String, Object> details, String name, Class<E> type, String stored) {
        if (stored != null && StoredWords.read(type, stored).isEmpty()) {
            details.put(name, stored);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if it is no JSON object of values that are there. */
    private static <T> Optional<Map<String, T>> read(String json, TypeReference<Map<String, T>> type) {
        if (json == null) {
            return Optional.of(Map.of());
        }
        try {
            return Optional.ofNullable(JSON.readValue(json, type)).filter(fields -> !fields.containsValue(null));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String json(Map<String, ?> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details are not plain values", e);
        }
    }
}
