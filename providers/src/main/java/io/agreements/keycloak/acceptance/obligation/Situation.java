package io.agreements.keycloak.acceptance.obligation;

import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Where a user of a client stands at one moment.
 *
 * @param catalogue all agreements of the realm
 * @param standings what the user has decided
 * @param subject who the user is, as far as it matters
 * @param open what is asked
 * @param excused whether nothing is asked because the user is about to administer the realm
 * @param now the moment
 */
public record Situation(
        Catalogue catalogue, Standings standings, Subject subject, Obligations open, boolean excused, Instant now) {

    /** Makes the queries that {@link Standings#of} makes. */
    public static Situation of(
            KeycloakSession session, RealmModel realm, UserModel user, ClientModel client, Instant now) {
        Catalogue catalogue = session.getProvider(AgreementProvider.class).catalogue(realm);
        Standings standings = Standings.of(session, realm, user, catalogue, now);
        Subject subject = Subjects.of(session, realm, user, client);
        boolean excused = AdminConsoles.areOpenTo(realm, user, client);
        Obligations open = excused ? Obligations.NONE : Obligations.of(catalogue, standings, subject, now);
        return new Situation(catalogue, standings, subject, open, excused, now);
    }

    /** The same with other questions. */
    public Situation asking(Obligations questions) {
        return new Situation(catalogue, standings, subject, questions, excused, now);
    }

    /**
     * What is owed and can wait no longer, where users who were there before are given some time after a version is
     * enforced.
     *
     * @param grace how long; with none, all that is owed is overdue
     */
    public List<Obligation> overdue(Duration grace) {
        return open.required().stream()
                .filter(owed -> !overdueFrom(owed, grace).isAfter(now))
                .toList();
    }

    /** The next moment at which something else may be asked, as far as that is known now; empty if none is. */
    public Optional<Instant> nextChange() {
        return Stream.of(catalogue.nextChangeAfter(now), standings.nextRenewalAfter(catalogue, now))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The same, where what is owed is let pass for that time. */
    public Optional<Instant> nextChange(Duration grace) {
        return Stream.concat(
                        nextChange().stream(),
                        open.required().stream()
                                .map(owed -> overdueFrom(owed, grace))
                                .filter(moment -> moment.isAfter(now)))
                .min(Instant::compareTo);
    }

    /** Whether it stays as it is until the next change, as long as the same agreements concern the user. */
    public boolean isLasting() {
        return catalogue.revision() != null && !excused;
    }

    /** {@link Instant#MIN} if it is no enforcement and no retraction by which it came to be owed. */
    private Instant overdueFrom(Obligation owed, Duration grace) {
        Instant enforced = overdueByEnforcement(owed, grace);
        return owed.retractedSince()
                .map(since -> since.plus(grace))
                .filter(enforced::isBefore)
                .orElse(enforced);
    }

    private Instant overdueByEnforcement(Obligation owed, Duration grace) {
        boolean asNewUser = owed.standing() == null
                && subject.since() != null
                && owed.agreement().wasInForce(subject.since(), now);
        return asNewUser
                ? Instant.MIN
                : owed.enforcedSince(now).map(since -> since.plus(grace)).orElse(Instant.MIN);
    }
}
