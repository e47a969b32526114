package io.agreements.keycloak.ledger.details;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Erasure;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and words are in the ledger for good. */
final class DetailsTest {

    private static final Actor ADMINISTRATOR = new Actor(ActorKind.ADMINISTRATOR, null, "admin", null);

    @Test
    void ofADecisionWhatIsUsualIsNotSaid() {
        assertStored(new AcceptanceDetails(null, null, List.of()), RecordType.ACCEPTANCE, Map.of());
        assertStored(
                new AcceptanceDetails("CONTINUED_USE", "csv", null),
                RecordType.ACCEPTANCE,
                Map.of("acceptance", "CONTINUED_USE", "source", "csv"));
    }

    @Test
    void ofADecisionTheClausesAreSaidThatAttentionWasDrawnTo() {
        List<ShownClause> clauses =
                List.of(new ShownClause("aa", true), new ShownClause("bb", false), new ShownClause("cc", null));
        AcceptanceDetails details = new AcceptanceDetails(null, null, clauses);

        assertStored(
                details,
                RecordType.ACCEPTANCE,
                Map.of(
                        "attention",
                        List.of(
                                Map.of("digest", "aa", "inView", true),
                                Map.of("digest", "bb", "inView", false),
                                Map.of("digest", "cc"))));
        assertThat(AcceptanceDetails.attentionIn(details.fields())).isEqualTo(clauses);
        assertThat(AcceptanceDetails.attentionIn(Map.of("source", "csv"))).isEmpty();
    }

    @Test
    void ofADeletionRequestItIsSaidWhenItIsDueAndWhyItWaits() {
        assertStored(
                DeletionDetails.ofRequest(DeletionDetails.Stage.HELD, ADMINISTRATOR, 7, "in dispute"),
                RecordType.DELETION,
                Map.of(
                        "stage",
                        "held",
                        "by",
                        "administrator",
                        "administrator",
                        "admin",
                        "dueAt",
                        7L,
                        "reason",
                        "in dispute"));
    }

    @Test
    void ofADeletionItIsSaidHowMuchIsGone() {
        assertStored(
                DeletionDetails.ofAccount(Actor.SCHEDULE),
                RecordType.DELETION,
                Map.of("stage", "executed", "by", "schedule"));
        assertStored(
                DeletionDetails.ofRealm(Actor.SCHEDULE, "shop", OptionalLong.of(3)),
                RecordType.DELETION,
                Map.of("stage", "executed", "by", "schedule", "scope", "realm", "realm", "shop", "users", 3L));
        assertStored(
                DeletionDetails.ofRealm(Actor.SCHEDULE, "shop", OptionalLong.empty()),
                RecordType.DELETION,
                Map.of("stage", "executed", "by", "schedule", "scope", "realm", "realm", "shop"));
        assertStored(
                DeletionDetails.ofUserStore(Actor.SCHEDULE, "ldap", 3),
                RecordType.DELETION,
                Map.of("stage", "executed", "by", "schedule", "scope", "userStore", "userStore", "ldap", "users", 3L));
    }

    @Test
    void ofAnErasureItIsSaidWhyAndOfHowMuch() {
        assertStored(
                ErasureDetails.ofRealm(ADMINISTRATOR, Erasure.ofMany(4, 0)),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "deletion",
                        "records",
                        4L,
                        "groups",
                        List.of("subject", "identity", "connection", "actor", "freeText"),
                        "by",
                        "administrator",
                        "administrator",
                        "admin",
                        "scope",
                        "realm"));
        assertStored(
                ErasureDetails.ofRealm(Actor.SCHEDULE, Erasure.ofMany(Erasure.MANY, Erasure.MANY)),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "deletion",
                        "groups",
                        List.of("subject", "identity", "connection", "actor", "freeText"),
                        "by",
                        "schedule",
                        "scope",
                        "realm",
                        "underHold",
                        true));
        assertStored(
                ErasureDetails.ofUserStore(Actor.SCHEDULE, Erasure.ofMany(4, 0), "5b1f2c1e"),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "deletion",
                        "records",
                        4L,
                        "groups",
                        List.of("subject", "identity", "connection", "actor", "freeText"),
                        "by",
                        "schedule",
                        "scope",
                        "userStore",
                        "userStoreId",
                        "5b1f2c1e"));
        assertStored(
                ErasureDetails.ofUser(
                        Actor.SCHEDULE,
                        new Erasure(
                                "gone",
                                "gone",
                                "gone",
                                4,
                                Set.of(ErasableGroup.FREE_TEXT, ErasableGroup.IDENTITY),
                                List.of(),
                                0)),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "deletion",
                        "records",
                        4L,
                        "groups",
                        List.of("identity", "freeText"),
                        "by",
                        "schedule"));
        assertStored(
                ErasureDetails.ofRetention(4, 9),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "retention",
                        "records",
                        4L,
                        "groups",
                        List.of("connection"),
                        "by",
                        "schedule",
                        "before",
                        9L));
    }

    @Test
    void ofAnErasureItIsSaidWhatALegalHoldKeptAndSinceWhen() {
        assertStored(
                ErasureDetails.ofRealm(Actor.SCHEDULE, Erasure.ofMany(4, 2)),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "deletion",
                        "records",
                        4L,
                        "groups",
                        List.of("subject", "identity", "connection", "actor", "freeText"),
                        "by",
                        "schedule",
                        "scope",
                        "realm",
                        "held",
                        2L));
        assertStored(
                ErasureDetails.afterHold(Erasure.ofMany(3, 0), 9),
                RecordType.ERASURE,
                Map.of(
                        "reason",
                        "deletion",
                        "records",
                        3L,
                        "groups",
                        List.of("subject", "identity", "connection", "actor", "freeText"),
                        "by",
                        "schedule",
                        "requestedAt",
                        9L));
    }

    @Test
    void ofALegalHoldItIsSaidWhoPlacedItWhyOnWhatAndUntilWhen() {
        assertStored(
                new HoldDetails(
                        HoldDetails.Stage.PLACED, "h", ActorKind.ADMINISTRATOR, "admin", "A lawsuit.", "terms", 9L),
                RecordType.HOLD,
                Map.of(
                        "stage",
                        "placed",
                        "hold",
                        "h",
                        "by",
                        "administrator",
                        "administrator",
                        "admin",
                        "reason",
                        "A lawsuit.",
                        "agreement",
                        "terms",
                        "until",
                        9L));
        assertStored(
                new HoldDetails(HoldDetails.Stage.ENDED, "h", ActorKind.SCHEDULE, null, null, null, 9L),
                RecordType.HOLD,
                Map.of("stage", "ended", "hold", "h", "by", "schedule", "until", 9L));
    }

    @Test
    void ofARestrictionItIsSaidWhatWasImposedByWhomAndWhy() {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("stage", "imposed");
        stored.put("restriction", "r");
        stored.put("kind", "SUSPENSION");
        stored.put("by", "administrator");
        stored.put("administrator", "admin");
        stored.put("grounds", List.of("DEFAMATION"));
        stored.put("facts", "An insult.");
        stored.put("article", "Article 4");
        stored.put("until", 9L);
        stored.put("barred", List.of("EMAIL"));
        stored.put("barredUntil", 10L);
        assertStored(
                new RestrictionDetails(
                        RestrictionDetails.Stage.IMPOSED,
                        "r",
                        "SUSPENSION",
                        ActorKind.ADMINISTRATOR,
                        "admin",
                        List.of("DEFAMATION"),
                        "An insult.",
                        "Article 4",
                        null,
                        9L,
                        null,
                        null,
                        null,
                        List.of("EMAIL"),
                        10L),
                RecordType.RESTRICTION,
                stored);
    }

    @Test
    void ofAnExportItIsSaidWhoGotIt() {
        assertStored(new ExportDetails(ActorKind.USER), RecordType.EXPORT, Map.of("by", "user"));
        assertStored(
                new ExportDetails(ActorKind.ADMINISTRATOR, "id-of-admin"),
                RecordType.EXPORT,
                Map.of("by", "administrator", "administrator", "id-of-admin"));
    }

    @Test
    void ofAConsentItIsSaidWhatBecameOfIt() {
        assertStored(
                new GrantDetails(GrantDetails.Action.GIVEN, "email profile", null),
                RecordType.GRANT,
                Map.of("action", "given", "scope", "email profile"));
        assertStored(
                new GrantDetails(GrantDetails.Action.REVOKED, null, "admin"),
                RecordType.GRANT,
                Map.of("action", "revoked", "administrator", "admin"));
    }

    @Test
    void ofAMailingItIsSaidHowManyGotIt() {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("action", "mailed");
        stored.put("by", "administrator");
        stored.put("administrator", "admin");
        stored.put("startedAt", 1L);
        stored.put("sent", 2L);
        stored.put("failed", 3L);
        assertStored(MailingDetails.of("admin", 1, 2, 3), RecordType.PUBLICATION, stored);
    }

    @Test
    void ofAPublicationTheDigestOfEachTextIsSaid() {
        PublicationDetails published = new PublicationDetails(
                PublicationDetails.Action.PUBLISHED,
                ActorKind.SCHEDULE,
                null,
                true,
                "EXPLICIT",
                1L,
                2L,
                3L,
                null,
                "The English text has its definitions in front.",
                Map.of("en", 12, "zh-Hans", 11),
                Map.of("en", "aa", "zh-Hans", "bb"));
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("action", "published");
        stored.put("by", "schedule");
        stored.put("material", true);
        stored.put("acceptance", "EXPLICIT");
        stored.put("publishedAt", 1L);
        stored.put("effectiveAt", 2L);
        stored.put("enforcedAt", 3L);
        stored.put("articlesDiffer", "The English text has its definitions in front.");
        stored.put("articles.en", 12);
        stored.put("articles.zh-Hans", 11);
        stored.put("digest.en", "aa");
        stored.put("digest.zh-Hans", "bb");
        assertStored(published, RecordType.PUBLICATION, stored);
    }

    @Test
    void ofAReportItIsSaidWhatWasDone() {
        assertStored(
                new ReportDetails(ReportDetails.Reason.NOT_ME, 2, true),
                RecordType.REPORT,
                Map.of("reason", "notMe", "sessionsEnded", 2, "passwordAsked", true));
    }

    @Test
    void ofARebuildItIsSaidHowManyStandingsWereChanged() {
        assertStored(
                new RebuildDetails(ActorKind.ADMINISTRATOR, "ada", 3, 2, 1),
                RecordType.REBUILD,
                Map.of("by", "administrator", "administrator", "ada", "added", 3L, "replaced", 2L, "removed", 1L));
    }

    /** Whoever adds a string says which it is: what somebody wrote can be erased, and is no detail that stays. */
    @Test
    void aRequestToAcceptAgainHasItsReason() {
        assertStored(
                RenewalRequestDetails.of(ActorKind.ADMINISTRATOR, "admin", "It was illegible."),
                RecordType.SETTINGS,
                Map.of(
                        "action",
                        "renewal-requested",
                        "by",
                        "administrator",
                        "administrator",
                        "admin",
                        "reason",
                        "It was illegible."));
    }

    @Test
    void aRequestThatIsTakenBackHasNone() {
        assertStored(
                RenewalRequestDetails.ofTakingBack(ActorKind.ADMINISTRATOR, "admin"),
                RecordType.SETTINGS,
                Map.of("action", "renewal-taken-back", "by", "administrator", "administrator", "admin"));
    }

    @Test
    void ofEachStringItIsKnownWhetherSomebodyWroteIt() {
        Set<String> wordsOfOurs = Set.of(
                "acceptance",
                "source",
                "scope",
                "action",
                "realm",
                "userStore",
                "userStoreId",
                "hold",
                "agreement",
                "disclosure",
                "corrects",
                "restriction",
                "kind",
                "attribute",
                "outcome");
        List<Details> all = List.of(
                new AcceptanceDetails(null, null, null),
                DeletionDetails.missing(),
                new DisclosureDetails(
                        DisclosureDetails.Stage.TOLD,
                        null,
                        ActorKind.SCHEDULE,
                        null,
                        null,
                        DisclosureGround.LAW,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                ErasureDetails.ofRetention(0, 0),
                new ExportDetails(ActorKind.USER),
                new GrantDetails(GrantDetails.Action.GIVEN, null, null),
                new HoldDetails(HoldDetails.Stage.ENDED, null, ActorKind.SCHEDULE, null, null, null, null),
                MailingDetails.of("admin", 0, 0, 0),
                new PublicationDetails(
                        PublicationDetails.Action.PUBLISHED,
                        ActorKind.USER,
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        Map.of()),
                new RebuildDetails(ActorKind.USER, null, 0, 0, 0),
                RenewalRequestDetails.of(ActorKind.ADMINISTRATOR, "admin", "why"),
                new ReportDetails(ReportDetails.Reason.NOT_ME, 0, false),
                new RestrictionDetails(
                        RestrictionDetails.Stage.LIFTED,
                        null,
                        null,
                        ActorKind.USER,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new SettingsDetails(ActorKind.USER, null, Map.of()));

        assertThat(all)
                .hasSameSizeAs(new ClassFileImporter()
                        .importPackagesOf(Details.class).stream()
                                .filter(type -> type.isAssignableTo(Details.class) && !type.isInterface())
                                .toList())
                .allSatisfy(details -> assertThat(Stream.of(details.getClass().getRecordComponents())
                                .filter(component -> component.getType() == String.class)
                                .map(RecordComponent::getName)
                                .filter(name -> !name.equals(Details.ADMINISTRATOR) && !wordsOfOurs.contains(name)))
                        .containsExactlyInAnyOrderElementsOf(details.freeText()));
    }

    private static void assertStored(Details details, RecordType type, Map<String, Object> stored) {
        assertThat(details.type()).isEqualTo(type);
        assertThat(details.fields()).isEqualTo(stored);
    }
}
