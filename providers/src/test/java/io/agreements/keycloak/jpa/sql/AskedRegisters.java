package io.agreements.keycloak.jpa.sql;

import io.agreements.keycloak.audit.AuditProvider;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.conduct.RestrictionProvider;
import io.agreements.keycloak.conduct.RestrictionQuery;
import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.disclosure.DisclosureProvider;
import io.agreements.keycloak.disclosure.DisclosureQuery;
import io.agreements.keycloak.jpa.audit.JpaAuditProviderFactory;
import io.agreements.keycloak.jpa.conduct.JpaRestrictionProviderFactory;
import io.agreements.keycloak.jpa.disclosure.JpaDisclosureProviderFactory;
import io.agreements.keycloak.jpa.statistics.JpaStatisticsProviderFactory;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.statistics.Measure;
import io.agreements.keycloak.statistics.Series;
import io.agreements.keycloak.statistics.StatisticsProvider;
import io.agreements.keycloak.statistics.StatisticsSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Asks what was imposed on users, what was given to others, and how many there are of whom and what. */
final class AskedRegisters {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String ANN = "6f1d2a52-6e1c-4d0c-9a7b-0f8f6f1f0a01";

    private AskedRegisters() {}

    static void ask(Asked asked) {
        restrictions(asked, new JpaRestrictionProviderFactory().create(asked.session()));
        disclosures(asked, new JpaDisclosureProviderFactory().create(asked.session()));
        statistics(asked, new JpaStatisticsProviderFactory().create(asked.session()));
        audit(asked, new JpaAuditProviderFactory().create(asked.session()));
    }

    private static void restrictions(Asked asked, RestrictionProvider restrictions) {
        RealmModel realm = asked.realm();
        Restriction suspension = new Restriction(
                "id",
                realm.getId(),
                ANN,
                RestrictionKind.SUSPENSION,
                null,
                THEN,
                null,
                null,
                null,
                "ada",
                null,
                null,
                0);
        asked.answer(Answers.NONE);
        Subsets.of(6).forEach(set -> {
            for (int first : new int[] {0, 10}) {
                restrictions.find(
                        realm,
                        new RestrictionQuery(
                                set.get(0) ? ANN : null,
                                set.get(1) ? RestrictionKind.SUSPENSION : null,
                                chosen(set, 2, 5),
                                chosen(set, 3, 5),
                                first,
                                10,
                                set.get(4) ? suspension : null));
            }
        });
        for (int rows : new int[] {0, 1}) {
            asked.answer(Answers.rows(rows));
            restrictions.externalUsers(realm, null);
            restrictions.externalUsers(realm, ANN);
        }
    }

    private static Boolean chosen(BitSet set, int isSet, int value) {
        return set.get(isSet) ? Boolean.valueOf(set.get(value)) : null;
    }

    private static void disclosures(Asked asked, DisclosureProvider disclosures) {
        RealmModel realm = asked.realm();
        asked.answer(Answers.NONE);
        Subsets.of(3).forEach(set -> {
            for (int first : new int[] {0, 10}) {
                disclosures.find(realm, query(set, first, null));
                disclosures.users(realm, query(set, first, ANN));
            }
        });
        Disclosure right = new Disclosure(
                "id",
                realm.getId(),
                "police",
                DisclosureGround.values()[0],
                List.of("name"),
                THEN,
                null,
                null,
                null,
                THEN,
                "ada",
                "wrong",
                null);
        disclosures.find(realm, "id");
        disclosures.hold(right);
        disclosures.passOnUsers(right);
        disclosures.concern(right, List.of(ANN, "f:store:li"));
        for (int rows : new int[] {0, 1}) {
            asked.answer(Answers.rows(rows));
            disclosures.externalUsers(realm, null);
            disclosures.externalUsers(realm, ANN);
            disclosures.isToldOtherwise(right, ANN);
            disclosures.toldOtherwise(ANN, List.of("1", "other"));
        }
    }

    private static DisclosureQuery query(BitSet set, int first, String userId) {
        return new DisclosureQuery(
                set.get(0) ? ANN : null,
                set.get(1) ? DisclosureGround.values()[0] : null,
                first,
                10,
                set.get(2) ? new DisclosureQuery.Place(THEN, "id", userId) : null);
    }

    private static void statistics(Asked asked, StatisticsProvider statistics) {
        asked.answer(Answers.NONE);
        for (Measure measure : Measure.values()) {
            Series series = new Series(measure, measure.decision().isPresent() ? "terms" : null);
            for (Instant from : Arrays.asList(null, THEN)) {
                statistics.activity(asked.realm(), series, from, THEN);
                for (StatisticsSettings settings : settings()) {
                    statistics.combinations(asked.realm(), series, from, THEN, DAY, settings);
                }
            }
        }
    }

    private static List<StatisticsSettings> settings() {
        Optional<String> none = Optional.empty();
        Optional<String> named = Optional.of("attribute");
        return List.of(
                new StatisticsSettings(10, none, none),
                new StatisticsSettings(10, named, none),
                new StatisticsSettings(10, none, named),
                new StatisticsSettings(10, named, named));
    }

    private static void audit(Asked asked, AuditProvider audit) {
        RealmModel realm = asked.realm();
        asked.answer(Answers.NONE);
        audit.firstRecord(realm);
        audit.records(realm, THEN, THEN);
        audit.decisions(realm, THEN, THEN);
        audit.withdrawals(realm, THEN, THEN);
        audit.deletions(realm, THEN, THEN);
        audit.executions(realm, THEN, THEN);
        audit.waiting(realm, THEN);
        audit.disclosures(realm, THEN, THEN);
        audit.restrictions(realm, THEN, THEN);
        audit.appealsWaiting(realm);
        audit.erasures(realm, THEN, THEN);
        audit.ages(realm, THEN, null, DAY);
        audit.ages(realm, THEN, "birthdate", DAY);
    }
}
