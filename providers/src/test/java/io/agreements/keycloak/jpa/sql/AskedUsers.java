package io.agreements.keycloak.jpa.sql;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.user.KnownUsers;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.account.deletion.GoneUser;
import io.agreements.keycloak.account.deletion.StoredAttempts;
import io.agreements.keycloak.account.deletion.StoredEvents;
import io.agreements.keycloak.account.mailing.MailingAudience;
import io.agreements.keycloak.account.mailing.MailingProvider;
import io.agreements.keycloak.jpa.acceptance.AskedStandings;
import io.agreements.keycloak.jpa.acceptance.JpaAcceptanceProviderFactory;
import io.agreements.keycloak.jpa.account.JpaDeletionRequestProviderFactory;
import io.agreements.keycloak.jpa.account.JpaMailingProviderFactory;
import io.agreements.keycloak.jpa.setup.JpaSetupProviderFactory;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.UserSpan;
import io.agreements.keycloak.setup.condition.SetupProvider;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;

/** Asks what there is about users: standings, accounts, mail, and Keycloak's own rows of them. */
final class AskedUsers {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ANN = "6f1d2a52-6e1c-4d0c-9a7b-0f8f6f1f0a01";
    private static final List<UserSpan> SPANS =
            List.of(UserSpan.ALL, new UserSpan(ANN, null), new UserSpan(" ", ANN), new UserSpan(ANN, ANN));

    private AskedUsers() {}

    static void ask(Asked asked) {
        AskedStandings.ask(asked);
        standings(asked, new JpaAcceptanceProviderFactory().create(asked.session()));
        known(asked, new JpaAcceptanceProviderFactory().create(asked.session()).knownUsers());
        accounts(asked, new JpaDeletionRequestProviderFactory().create(asked.session()));
        mail(asked, new JpaMailingProviderFactory().create(asked.session()));
        setup(asked, new JpaSetupProviderFactory().create(asked.session()));
    }

    private static void standings(Asked asked, AcceptanceProvider acceptances) {
        RealmModel realm = asked.realm();
        asked.answer(Answers.rows(0));
        acceptances.standings(realm, ANN);
        for (int rows : new int[] {0, 1}) {
            asked.answer(Answers.rows(rows));
            for (UserSpan span : SPANS) {
                acceptances.firstOf(realm, span, 1000);
            }
            for (String after : Arrays.asList(null, ANN)) {
                acceptances.missingUsers(realm, after);
                acceptances.externalUsers(realm, after);
            }
        }
        asked.answer(Answers.rows(0));
        SPANS.forEach(span -> acceptances.standings(realm, span));
        acceptances.decided(realm, "agreement", ids(1));
        acceptances.begin(realm, ANN, List.of(standing("terms"), standing("news")));
        acceptances.begin(
                realm,
                ANN,
                IntStream.range(0, 500)
                        .mapToObj(key -> standing("terms-" + key))
                        .toList());
        acceptances.replace(realm, ANN, null, standing("terms"));
        acceptances.replace(realm, ANN, standing("terms"), standing("terms"));
        RenewalRequest again = new RenewalRequest(THEN, "asked again", "ada");
        acceptances.ask(realm, ANN, standing("terms"), again);
        acceptances.takeBack(realm, ANN, standing("terms"));
        acceptances.remove(realm, ANN, standing("terms"));
        acceptances.removeUsers(realm, ids(20));
        acceptances.removeRealm(realm);
        acceptances.removeUsersOf(realm, "store");
        asked.answer(Answers.rows(3));
        acceptances.removeSome(realm.getId(), THEN, 500);
    }

    private static Standing standing(String agreementId) {
        return new Standing(agreementId, 1, Decision.ACCEPTED, "en", "1a".repeat(32), THEN, ANN);
    }

    private static void known(Asked asked, KnownUsers users) {
        RealmModel realm = asked.realm();
        asked.answer(Answers.rows(2));
        users.countAttributes(realm, "birthdate");
        users.attributes(realm, "birthdate", null, 100);
        users.attributes(realm, "birthdate", new KnownUsers.AttributeValue("id", ANN, "2000-01-01"), 100);
        for (int number : new int[] {1, 500}) {
            users.users(realm, ids(number));
            users.existing(realm, ids(number));
        }
        users.existing(realm, ids(1_200));
        users.withoutStore(realm, ids(20));
        users.isRealmThere(realm.getId());
        users.hold(ANN);
    }

    private static void accounts(Asked asked, DeletionRequestProvider deletions) {
        RealmModel realm = asked.realm();
        for (int rows : new int[] {0, 1}) {
            asked.answer(Answers.rows(rows));
            for (String after : Arrays.asList(null, ANN)) {
                deletions.missingUsers(realm, after);
                deletions.externalUsers(realm, after);
            }
        }
        deletions.take(realm, ids(20), THEN);
        deletions.removeUsersOf(realm, "store");
        asked.answer(Answers.rows(0));
        events(asked, deletions.storedEvents());
        attempts(asked, deletions.storedAttempts());
    }

    private static void events(Asked asked, StoredEvents events) {
        String realmId = asked.realm().getId();
        GoneUser ann = new GoneUser(realmId, "1", "gone:1", THEN);
        GoneUser store = GoneUser.ofStore(realmId, "store", THEN);
        for (GoneUser user : List.of(ann, store)) {
            for (int rows : new int[] {0, 2}) {
                asked.answer(Answers.rows(rows));
                events.eraseSome(user, 500);
            }
        }
        asked.answer(Answers.rows(0));
        events.eraseLater(ann, List.of("ann"));
        events.eraseLater(Map.of(ann, Set.of("ann"), new GoneUser(realmId, "2", "gone:2", THEN), Set.of("li")));
        asked.answer(Answers.rows(0).changing(0));
        events.eraseLater(ann, List.of("ann"));
        asked.answer(Answers.rows(1, "users/1"));
        events.strip(realmId, List.of(ann), null, 500);
        events.strip(realmId, List.of(ann, store), new StoredEvents.AdminEventPlace(1, "id"), 500);
    }

    private static void attempts(Asked asked, StoredAttempts attempts) {
        String realmId = asked.realm().getId();
        asked.answer(Answers.rows(2));
        attempts.eraseSome(realmId, EventType.LOGIN_ERROR, StoredAttempts.Place.BEGINNING, THEN, 500, any -> true);
        attempts.eraseSome(realmId, EventType.LOGIN_ERROR, new StoredAttempts.Place(1, "id"), THEN, 500, any -> false);
    }

    /** A role may be in as many as do not fit into a statement as parameters. */
    private static void mail(Asked asked, MailingProvider mailings) {
        RealmModel realm = asked.realm();
        asked.answer(Answers.rows(1));
        for (String role : Arrays.asList(null, "member")) {
            for (MailingAudience.Past past : MailingAudience.Past.values()) {
                MailingAudience audience = new MailingAudience("agreement", 2, past, role);
                mailings.count(realm, audience);
                for (String after : Arrays.asList(null, ANN)) {
                    for (String upTo : Arrays.asList(null, ANN)) {
                        mailings.addressees(realm, audience, after, upTo, 100);
                    }
                }
            }
        }
        MailingAudience holders = new MailingAudience("agreement", 2, MailingAudience.Past.ACCEPTED, "member");
        for (int roles : new int[] {0, 1_000, 2_500}) {
            asked.answer(Answers.rows(roles));
            mailings.count(realm, holders);
            mailings.addressees(realm, holders, ANN, ANN, 100);
        }
        asked.answer(Answers.rows(1, "RUNNING"));
        mailings.changeAll("agreement", 2, any -> Optional.empty());
    }

    private static void setup(Asked asked, SetupProvider setup) {
        RealmModel realm = asked.realm();
        asked.answer(Answers.rows(1));
        setup.usersWith(realm, "action");
        setup.takeOff(realm, "action");
        setup.mappers(realm, List.of("one", "other"));
        setup.loginThemes(realm);
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(id -> "id-" + id).toList();
    }
}
