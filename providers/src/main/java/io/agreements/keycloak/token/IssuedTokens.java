package io.agreements.keycloak.token;

import io.agreements.keycloak.acceptance.AcceptanceAction;
import io.agreements.keycloak.page.ClientRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/**
 * Every token that Keycloak makes for a user passes here before it is given away, by whatever grant it was asked for, and
 * none is given to whoever owes an agreement, or gets no service. Where the user has just been brought by a browser, it counts as it does for
 * the page that asks; anywhere else as the executor is set for the client.
 */
final class IssuedTokens implements TokenPostProcessor {

    private final KeycloakSession session;
    private final Clock clock;

    IssuedTokens(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void process(TokenPostProcessorContext made) {
        RealmModel realm = session.getContext().getRealm();
        Optional<Bearer> bearer = new Bearers(session, realm).of(made);
        bearer.flatMap(new RestrictionCheck(session, realm, clock)::of).ifPresent(refusal -> {
            throw new Refusals(session, realm).of(Issuance.of(session, made), bearer.orElseThrow(), refusal);
        });
        if (bearer.isPresent() && !check(realm, Duration.ZERO).isClear(bearer.get())) {
            Issuance issuance = Issuance.of(session, made);
            graces(realm, issuance, bearer.get())
                    .flatMap(grace -> check(realm, grace).of(bearer.get()).stream())
                    .findFirst()
                    .ifPresent(owed -> {
                        throw new Refusals(session, realm)
                                .of(issuance, bearer.get(), ClientRefusal.of(session, realm, owed));
                    });
        }
    }

    /** How long what is owed may wait, for each who has a say in it; none has if it need not be looked at. */
    private Stream<Duration> graces(RealmModel realm, Issuance issuance, Bearer bearer) {
        if (issuance.signsIn() && AcceptanceAction.isEnabled(realm)) {
            return Stream.of(Duration.ZERO);
        }
        Optional<WayIn> named = issuance.named(bearer);
        return settings(realm, issuance, bearer)
                .filter(settings -> named.isEmpty() || settings.events().contains(named.get()))
                .map(AgreementsAcceptedConfiguration::grace);
    }

    private Stream<AgreementsAcceptedConfiguration> settings(RealmModel realm, Issuance issuance, Bearer bearer) {
        if (issuance.named(bearer).filter(WayIn::isAskedEarly).isPresent()) {
            return EarlyLook.in(session).stream()
                    .filter(look -> !look.wasAt(bearer.user()))
                    .map(EarlyLook::settings);
        }
        return new ExecutorSettings(session, realm).of(issuance.question(bearer));
    }

    private AcceptanceCheck check(RealmModel realm, Duration grace) {
        return new AcceptanceCheck(session, realm, grace, clock);
    }
}
