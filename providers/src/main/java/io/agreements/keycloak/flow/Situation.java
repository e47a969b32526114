package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.Subject;
import io.agreements.keycloak.acceptance.Subjects;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;

/**
 * Where a user who signs in stands at one moment.
 *
 * @param catalogue all agreements of the realm
 * @param standings what the user has decided
 * @param subject who the user is, as far as it matters
 * @param open what is asked
 * @param now the moment
 */
record Situation(Catalogue catalogue, Standings standings, Subject subject, Obligations open, Instant now) {

    /** Makes one query, or none where the realm has no agreements. */
    static Situation of(RequiredActionContext context, Instant now) {
        KeycloakSession session = context.getSession();
        Catalogue catalogue = session.getProvider(AgreementProvider.class).catalogue(context.getRealm());
        Standings standings = catalogue.agreements().isEmpty()
                ? new Standings(List.of())
                : session.getProvider(AcceptanceProvider.class)
                        .standings(context.getRealm(), context.getUser().getId());
        Subject subject = Subjects.of(
                session,
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession().getClient());
        return new Situation(catalogue, standings, subject, Obligations.of(catalogue, standings, subject, now), now);
    }

    /** The next moment at which something else may be asked, as far as that is known now; empty if none is. */
    Optional<Instant> nextChange() {
        return Stream.of(catalogue.nextChangeAfter(now), standings.nextRenewalAfter(catalogue, now))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Whether some agreement would concern the user if a role were granted, which no revision tells. */
    boolean dependsOnRoles() {
        return catalogue.agreements().stream()
                .map(agreement -> agreement.audience())
                .anyMatch(audience -> audience.type() == Audience.Type.ROLE
                        && !audience.includes(subject.clientId(), subject.roles()));
    }
}
