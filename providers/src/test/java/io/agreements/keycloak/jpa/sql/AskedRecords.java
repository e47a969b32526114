package io.agreements.keycloak.jpa.sql;

import io.agreements.keycloak.jpa.ledger.JpaLedgerProviderFactory;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordQuery.Circumstances;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.UserSpan;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.details.GrantDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import io.agreements.keycloak.ledger.hold.Hold;
import io.agreements.keycloak.ledger.hold.HoldQuery;
import io.agreements.keycloak.ledger.hold.Holds;
import io.agreements.keycloak.ledger.log.store.LogEntry;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.removal.RealmErasure;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.models.RealmModel;

/** Asks the ledger and its log. */
final class AskedRecords {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ANN = "6f1d2a52-6e1c-4d0c-9a7b-0f8f6f1f0a01";
    private static final String LI = "f:store:li";

    /** What {@link #query} can be narrowed by. */
    private static final int FILTERS = 8;

    private AskedRecords() {}

    static void ask(Asked asked) {
        LedgerProvider ledger = new JpaLedgerProviderFactory().create(asked.session());
        find(asked, ledger);
        append(asked, ledger);
        users(asked, ledger);
        erase(asked, ledger);
        holds(asked, ledger.holds());
        log(asked, ledger.logs());
    }

    private static void find(Asked asked, LedgerProvider ledger) {
        for (Set<RecordType> types : List.of(
                Set.<RecordType>of(),
                Set.of(RecordType.GRANT),
                Set.of(RecordType.ACCEPTANCE),
                Set.of(RecordType.GRANT, RecordType.SETTINGS, RecordType.HOLD),
                EnumSet.allOf(RecordType.class))) {
            asked.answer(Answers.rows(2));
            Subsets.of(FILTERS).forEach(set -> {
                ledger.find(asked.realm(), query(types, set, 0));
                ledger.search(asked.realm(), query(types, set, 0));
            });
            ledger.find(asked.realm(), query(types, new BitSet(), 10));
            ledger.search(asked.realm(), query(types, BitSet.valueOf(new byte[] {1}), 10));
        }
        RecordQuery ofMany = new RecordQuery(ids(1_000), EnumSet.allOf(RecordType.class), "terms", THEN, THEN, 0, 10);
        asked.answer(Answers.rows(0));
        ledger.find(asked.realm(), ofMany);
        ledger.find(asked.realm(), "id");
        ledger.logged(asked.realm(), "id");
    }

    private static RecordQuery query(Set<RecordType> types, BitSet set, int first) {
        Circumstances circumstances = new Circumstances(
                set.get(0) ? Decision.ACCEPTED : null,
                set.get(1) ? Method.REGISTRATION : null,
                set.get(2) ? "shop" : null);
        return new RecordQuery(
                set.get(3) ? Set.of(ANN, LI) : Set.of(),
                types,
                set.get(4) ? "terms" : null,
                circumstances,
                set.get(5) ? THEN : null,
                set.get(6) ? THEN : null,
                first,
                10,
                set.get(7) ? new RecordQuery.Place(THEN, "id") : null);
    }

    private static void append(Asked asked, LedgerProvider ledger) {
        List<LedgerRecord> records = IntStream.range(0, 120)
                .mapToObj(number -> number % 2 == 0 ? acceptance(asked) : grant(asked))
                .toList();
        asked.answer(Answers.rows(1));
        ledger.append(acceptance(asked));
        ledger.append(grant(asked));
        ledger.appendAll(records);
    }

    private static LedgerRecord acceptance(Asked asked) {
        return LedgerRecord.of(new AcceptanceDetails(null, null, null), asked.realm(), THEN)
                .user(ANN)
                .decision(Decision.ACCEPTED, Shown.text("terms", 2, "en", "1a".repeat(32)))
                .settings("6f".repeat(32))
                .method(Method.LOGIN)
                .client("shop")
                .identity(new Identity("ann", "a1b2c3"))
                .connection(new Connection("203.0.113.77", "Mozilla/5.0"))
                .build();
    }

    private static LedgerRecord grant(Asked asked) {
        return LedgerRecord.of(new GrantDetails(GrantDetails.Action.GIVEN, "email", null), asked.realm(), THEN)
                .user(LI)
                .method(Method.ACCOUNT)
                .client("shop")
                .build();
    }

    private static void users(Asked asked, LedgerProvider ledger) {
        RealmModel realm = asked.realm();
        for (int rows : new int[] {0, 1}) {
            asked.answer(Answers.rows(rows));
            for (String after : Arrays.asList(null, ANN)) {
                ledger.missingUsers(realm, after);
                ledger.externalUsers(realm, after);
            }
            for (UserSpan span : List.of(UserSpan.ALL, new UserSpan(ANN, ANN))) {
                ledger.firstOf(realm, span, 1000);
                ledger.latestDecisions(realm, span);
            }
        }
        ledger.decisionsAlike(realm, "terms", 1);
    }

    /** While a hold lasts and while none does; of users of stores of which there are few and many. */
    private static void erase(Asked asked, LedgerProvider ledger) {
        RealmModel realm = asked.realm();
        for (int rows : new int[] {0, 1, 40}) {
            asked.answer(Answers.rows(rows));
            for (Set<String> userIds : List.of(Set.of(ANN), Set.of(LI), ids(rows == 0 ? 1_200 : 2))) {
                ledger.eraseUsers(realm, userIds, THEN);
            }
            ledger.eraseUsersOf(realm, "store", THEN);
            ledger.eraseRealm(realm, THEN);
            asked.entities().clear();
            ledger.eraseNames(100, THEN);
            asked.entities().clear();
        }
        // Many records, so that they are gone through behind the removal, and a hold.
        asked.answer(Answers.rows(1).counting(30_000));
        ledger.eraseRealm(realm, THEN);
        ledger.realmErasures().eraseSome(new RealmErasure(realm.getId(), THEN, THEN), 1000);
        asked.entities().clear();
        for (int rows : new int[] {0, 1}) {
            asked.answer(Answers.rows(rows));
            ledger.expireConnections(realm, THEN, THEN.plusSeconds(1), 1000, rows > 0);
            asked.entities().clear();
        }
    }

    private static void holds(Asked asked, Holds holds) {
        asked.answer(Answers.rows(0));
        Subsets.of(4).forEach(set -> {
            for (int first : new int[] {0, 10}) {
                Boolean active = set.get(2) ? Boolean.valueOf(set.get(3)) : null;
                HoldQuery query =
                        new HoldQuery(set.get(0) ? ANN : null, set.get(1) ? "terms" : null, active, first, 10);
                holds.find(asked.realm(), query);
            }
        });
        holds.place(new Hold("id", asked.realm().getId(), null, "terms", "a lawsuit", "ada", THEN, null, null, null));
    }

    private static void log(Asked asked, LogStore log) {
        String realmId = asked.realm().getId();
        asked.answer(Answers.rows(2));
        log.realmsBehind();
        log.realmKeys(realmId);
        log.figures();
        log.index(List.of(new LogEntry("id", 1, 1, new byte[32]), new LogEntry("other", 1, 1, new byte[32])), 7);
        log.unfit(realmId, 100);
        asked.answer(Answers.rows(0));
        log.unindexed(realmId, 100);
        asked.answer(Answers.rows(1));
        log.lock(realmId);
    }

    private static Set<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(id -> "id-" + id).collect(Collectors.toSet());
    }
}
