package io.agreements.keycloak.jpa.ledger.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.details.DeletionDetails;
import io.agreements.keycloak.ledger.details.DisclosureDetails;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.ledger.details.ErasureDetails;
import io.agreements.keycloak.ledger.details.ExportDetails;
import io.agreements.keycloak.ledger.details.GrantDetails;
import io.agreements.keycloak.ledger.details.HoldDetails;
import io.agreements.keycloak.ledger.details.MailingDetails;
import io.agreements.keycloak.ledger.details.PublicationDetails;
import io.agreements.keycloak.ledger.details.RebuildDetails;
import io.agreements.keycloak.ledger.details.ReportDetails;
import io.agreements.keycloak.ledger.details.RestrictionDetails;
import io.agreements.keycloak.ledger.details.SettingsDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Erasure;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.proof.canonical.Commitment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records of every type as rows, with ids and salts that are always the same. */
final class GoldenRecords {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final String ANN = "6f1d2a52-6e1c-4d0c-9a7b-0f8f6f1f0a01";
    private static final String LI = "f:5b1f2c1e-7c56-4ab0-9d8e-1f6d1c7b2a10:李四";
    private static final Actor ADA = new Actor(
            ActorKind.ADMINISTRATOR, Method.ADMIN, "0b9d6f4e-2f0a-4b57-8d5c-7a3e5d1c9b02", "security-admin-console");
    private static final Shown TERMS = Shown.text("terms-of-use", 2, "zh-Hans", "1a".repeat(32));

    private static final TypeReference<TreeMap<String, String>> WORDS = new TypeReference<>() {};

    private GoldenRecords() {}

    /** By the name of the file with their canonical form. */
    static Map<String, RecordEntity> all() {
        Map<String, LedgerRecord> records = new LinkedHashMap<>();
        records.put(
                "acceptance",
                of(new AcceptanceDetails(
                                "CONTINUED_USE",
                                null,
                                List.of(
                                        new ShownClause("3c".repeat(32), true),
                                        new ShownClause("4d".repeat(32), false),
                                        new ShownClause("5e".repeat(32), null))))
                        .user(ANN)
                        .decision(
                                Decision.ACCEPTED,
                                new Shown("terms-of-use", 2, "zh-Hans", "1a".repeat(32), "2b".repeat(32), true, 1))
                        .settings("6f".repeat(32))
                        .method(Method.LOGIN)
                        .client("shop")
                        .identity(new Identity("安\uD840\uDC00", "a1b2c3"))
                        .connection(new Connection("203.0.113.77", "Mozilla/5.0 \"quoted\" \\ 浏览器"))
                        .build());
        records.put(
                "acceptance-imported",
                of(new AcceptanceDetails(null, "csv", null))
                        .occurredAt(NOW.minusSeconds(86_400))
                        .user(LI)
                        .decision(Decision.ACCEPTED, TERMS)
                        .settings("6f".repeat(32))
                        .method(Method.IMPORT)
                        .identity(new Identity("李四", null))
                        .build());
        records.put(
                "grant-given",
                of(new GrantDetails(GrantDetails.Action.GIVEN, "email profile", null))
                        .user(ANN)
                        .method(Method.ACCOUNT)
                        .client("shop")
                        .identity(new Identity("ann", "a1b2c3"))
                        .connection(new Connection(null, "curl"))
                        .build());
        records.put(
                "grant-revoked",
                of(new GrantDetails(GrantDetails.Action.REVOKED, null, ADA.administratorId()))
                        .user(ANN)
                        .method(Method.ADMIN)
                        .client("shop")
                        .build());
        records.put(
                "deletion-held",
                of(DeletionDetails.ofRequest(DeletionDetails.Stage.HELD, ADA, 1_800_000_000_000L, "与张三的争议\nline 2"))
                        .user(ANN)
                        .method(ADA.method())
                        .client(ADA.clientId())
                        .build());
        records.put(
                "deletion-executed",
                of(DeletionDetails.ofAccount(Actor.SCHEDULE)).user("gone:7d9f").build());
        records.put(
                "disclosure-told",
                of(new DisclosureDetails(
                                DisclosureDetails.Stage.TOLD,
                                "5d1e",
                                ActorKind.SCHEDULE,
                                null,
                                null,
                                DisclosureGround.LAW,
                                null,
                                1_790_000_000_000L,
                                null,
                                1_795_000_000_000L,
                                null,
                                null,
                                null))
                        .user(ANN)
                        .build());
        records.put(
                "erasure",
                of(ErasureDetails.ofUser(
                                Actor.SCHEDULE,
                                new Erasure(
                                        "gone:7d9f",
                                        "gone:7d9f",
                                        "gone:7d9f",
                                        12,
                                        Set.of(ErasableGroup.values()),
                                        List.of(),
                                        0)))
                        .user("gone:7d9f")
                        .build());
        records.put(
                "erasure-retention",
                of(ErasureDetails.ofRetention(1000, 1_780_000_000_000L)).build());
        records.put(
                "export",
                of(new ExportDetails(ActorKind.USER))
                        .occurredAt(NOW.minusMillis(5))
                        .user(ANN)
                        .method(Method.ACCOUNT)
                        .client("account-console")
                        .identity(new Identity("ann", "a1b2c3"))
                        .connection(new Connection("2001:db8::1", null))
                        .build());
        records.put(
                "hold-placed",
                of(new HoldDetails(
                                HoldDetails.Stage.PLACED,
                                "0c7e4b52",
                                ADA.kind(),
                                ADA.administratorId(),
                                "与张三的诉讼，案号 4711",
                                null,
                                1_850_000_000_000L))
                        .user(ANN)
                        .method(ADA.method())
                        .client(ADA.clientId())
                        .build());
        records.put(
                "restriction-imposed",
                of(new RestrictionDetails(
                                RestrictionDetails.Stage.IMPOSED,
                                "5f2d9a10",
                                "SUSPENSION",
                                ADA.kind(),
                                ADA.administratorId(),
                                List.of("DEFAMATION", "OTHER_BREACH"),
                                "昵称侮辱他人",
                                "第四条（8）",
                                null,
                                1_850_000_000_000L,
                                null,
                                null,
                                null,
                                null,
                                null))
                        .user(ANN)
                        .method(ADA.method())
                        .client(ADA.clientId())
                        .build());
        records.put(
                "publication",
                of(publication()).shown(TERMS).method(Method.ADMIN).build());
        records.put(
                "publication-mailed",
                of(MailingDetails.of(ADA.administratorId(), 1_790_000_000_000L, 998, 2))
                        .shown(TERMS)
                        .method(Method.ADMIN)
                        .build());
        records.put(
                "settings",
                of(new SettingsDetails(
                                ActorKind.ADMINISTRATOR,
                                ADA.administratorId(),
                                Map.of(
                                        "reacceptAfterDays",
                                        new SettingsDetails.Change(null, 365),
                                        "requirement",
                                        new SettingsDetails.Change("REQUIRED", "OPTIONAL"))))
                        .shown(TERMS)
                        .method(Method.ADMIN)
                        .build());
        records.put(
                "report",
                of(new ReportDetails(ReportDetails.Reason.NOT_ME, 3, true))
                        .user(ANN)
                        .method(Method.ACCOUNT)
                        .client("account-console")
                        .identity(new Identity("ann", "a1b2c3"))
                        .build());
        records.put(
                "rebuild",
                of(new RebuildDetails(ActorKind.ADMINISTRATOR, ADA.administratorId(), 3, 2, 1))
                        .method(Method.ADMIN)
                        .build());
        Map<String, RecordEntity> rows = new TreeMap<>();
        records.forEach((name, entry) -> rows.put(name + ".json", fixed(name, RecordRows.toRow(entry))));
        return rows;
    }

    private static PublicationDetails publication() {
        return new PublicationDetails(
                PublicationDetails.Action.PUBLISHED,
                ADA.kind(),
                ADA.administratorId(),
                true,
                "EXPLICIT",
                1_790_000_000_000L,
                1_791_000_000_000L,
                1_792_000_000_000L,
                null,
                "The English text has its definitions in front.",
                Map.of("en", 12, "zh-Hans", 11),
                Map.of("en", "7a".repeat(32), "zh-Hans", "1a".repeat(32)));
    }

    private static LedgerRecord.Builder of(Details details) {
        return LedgerRecord.of(details, Realms.named("shop"), NOW);
    }

    private static RecordEntity fixed(String name, RecordEntity row) {
        row.id = "record-" + name;
        if (row.subjectSalt != null) {
            Commitment subject = Commitment.of("01".repeat(16), Map.of("userId", row.userId));
            row.subjectSalt = subject.salt();
            row.subjectCommitment = subject.digest();
        }
        if (row.identitySalt != null) {
            Commitment identity =
                    Commitment.of("02".repeat(16), there("username", row.username, "sessionId", row.sessionId));
            row.identitySalt = identity.salt();
            row.identityCommitment = identity.digest();
        }
        if (row.connection != null) {
            Commitment connection = Commitment.of(
                    "03".repeat(16),
                    there("ipAddress", row.connection.ipAddress, "userAgent", row.connection.userAgent));
            row.connection.salt = connection.salt();
            row.connectionCommitment = connection.digest();
        }
        if (row.actorSalt != null) {
            Commitment actor = Commitment.of("04".repeat(16), Map.of("administrator", row.administratorId));
            row.actorSalt = actor.salt();
            row.actorCommitment = actor.digest();
        }
        if (row.freeTextSalt != null) {
            Commitment freeText = Commitment.of("05".repeat(16), words(row.freeText));
            row.freeTextSalt = freeText.salt();
            row.freeTextCommitment = freeText.digest();
        }
        return row;
    }

    private static Map<String, String> there(String name, String value, String otherName, String otherValue) {
        Map<String, String> values = new TreeMap<>();
        values.put(name, value);
        values.put(otherName, otherValue);
        return values;
    }

    private static Map<String, String> words(String json) {
        try {
            return new JsonMapper().readValue(json, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
