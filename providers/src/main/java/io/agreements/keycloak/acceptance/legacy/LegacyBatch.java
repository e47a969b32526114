package io.agreements.keycloak.acceptance.legacy;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.decision.DecisionEvent;
import io.agreements.keycloak.acceptance.decision.DecisionEvent.Taken;
import io.agreements.keycloak.acceptance.legacy.LegacyReport.Wrong;
import io.agreements.keycloak.acceptance.user.KnownUsers.KnownUser;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Takes over a few hundred acceptances in the transaction of a session: two statements to read, and then the decisions. */
final class LegacyBatch {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LegacyTarget target;
    private final String source;
    private final Instant now;
    private final List<Wrong> wrong = new ArrayList<>();
    private long taken;
    private long known;

    LegacyBatch(KeycloakSession session, RealmModel realm, LegacyTarget target, String source, Instant now) {
        this.session = session;
        this.realm = realm;
        this.target = target;
        this.source = source;
        this.now = now;
    }

    LegacyReport take(List<LegacyAcceptance> acceptances) {
        UserIndex users = users(acceptances);
        Set<String> decided = decided(acceptances, users);
        for (LegacyAcceptance acceptance : acceptances) {
            Optional<String> problem = problem(acceptance, users);
            if (problem.isPresent()) {
                wrong.add(new Wrong(acceptance.line(), acceptance.user(), problem.get()));
                continue;
            }
            KnownUser user = users.find(acceptance.user()).get(0);
            if (decided.add(user.id()) && publish(user, acceptance)) {
                taken++;
            } else {
                known++;
            }
        }
        return new LegacyReport(taken, known, wrong.size(), wrong);
    }

    private UserIndex users(List<LegacyAcceptance> acceptances) {
        Set<String> words = acceptances.stream()
                .map(LegacyAcceptance::user)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new UserIndex(
                words.isEmpty()
                        ? List.of()
                        : session.getProvider(AcceptanceProvider.class)
                                .knownUsers()
                                .users(realm, words));
    }

    /** Those of the users who have decided on the agreement. */
    private Set<String> decided(List<LegacyAcceptance> acceptances, UserIndex users) {
        Set<String> ids = acceptances.stream()
                .filter(acceptance -> acceptance.user() != null)
                .flatMap(acceptance -> users.find(acceptance.user()).stream())
                .map(KnownUser::id)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(session.getProvider(AcceptanceProvider.class)
                        .decided(realm, target.agreement().id(), ids));
    }

    private Optional<String> problem(LegacyAcceptance acceptance, UserIndex users) {
        if (acceptance.problem() != null) {
            return Optional.of(acceptance.problem());
        }
        if (acceptance.acceptedAt().isAfter(now)) {
            return Optional.of("lies in the future: " + acceptance.acceptedAt());
        }
        if (target.shown(acceptance.locale()).isEmpty()) {
            return Optional.of(
                    "version " + target.version().number() + " has no text in " + Excerpt.of(acceptance.locale()));
        }
        List<KnownUser> found = users.find(acceptance.user());
        if (found.isEmpty()) {
            return Optional.of("there is no user " + Excerpt.of(acceptance.user()));
        }
        if (found.size() > 1) {
            return Optional.of("several users have the e-mail address " + Excerpt.of(acceptance.user()));
        }
        return found.get(0).ofClient()
                ? Optional.of(Excerpt.of(acceptance.user()) + " is the account of a client")
                : Optional.empty();
    }

    /** @return false if the user has decided at that very moment */
    private boolean publish(KnownUser user, LegacyAcceptance acceptance) {
        List<Taken> overtaken = new ArrayList<>();
        Shown shown = target.shown(acceptance.locale()).orElseThrow();
        session.getKeycloakSessionFactory()
                .publish(new DecisionEvent(
                        session,
                        realm,
                        user.id(),
                        List.of(new Taken(
                                target.agreement().id(),
                                target.agreement().affirmation(),
                                AcceptanceMode.EXPLICIT,
                                shown,
                                List.of(),
                                null)),
                        acceptance.acceptedAt(),
                        Method.IMPORT,
                        null,
                        new Identity(user.username(), null),
                        Connection.NONE,
                        source,
                        overtaken::add));
        return overtaken.isEmpty();
    }
}
