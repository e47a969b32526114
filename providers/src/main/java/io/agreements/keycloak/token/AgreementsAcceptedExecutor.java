package io.agreements.keycloak.token;

import io.agreements.keycloak.page.ClientRefusal;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Carries the settings by which tokens, and what they are good for, are refused to clients whose user owes an agreement,
 * where the user cannot be asked. The tokens are looked at when they are made, in {@link IssuedTokens}; this looks at what
 * makes none, and earlier where a refusal should leave everything as it was. It answers by itself rather than by a {@link org.keycloak.services.clientpolicy.ClientPolicyException}, which has no place
 * for the address of a page.
 */
final class AgreementsAcceptedExecutor implements ClientPolicyExecutorProvider<AgreementsAcceptedConfiguration> {

    private final KeycloakSession session;
    private final Clock clock;
    private AgreementsAcceptedConfiguration configuration = new AgreementsAcceptedConfiguration();

    AgreementsAcceptedExecutor(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void setupConfiguration(AgreementsAcceptedConfiguration config) {
        if (config != null) {
            configuration = config;
        }
    }

    @Override
    public Class<AgreementsAcceptedConfiguration> getExecutorConfigurationClass() {
        return AgreementsAcceptedConfiguration.class;
    }

    @Override
    public String getProviderId() {
        return AgreementsAcceptedExecutorFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) {
        RealmModel realm = session.getContext().getRealm();
        Optional<Bearer> bearer = new Bearers(session, realm).of(context);
        EarlyLook.note(
                session, new EarlyLook(configuration, bearer.map(Bearer::user).orElse(null)));
        bearer.ifPresent(known -> WayIn.of(context.getEvent(), known)
                .filter(WayIn::isAskedEarly)
                .ifPresent(way -> check(realm, way, known)));
    }

    private void check(RealmModel realm, WayIn way, Bearer bearer) {
        new RestrictionCheck(session, realm, clock)
                .of(bearer)
                .or(() -> configuration.events().contains(way) ? owed(realm, bearer) : Optional.empty())
                .ifPresent(refusal -> {
                    throw new Refusals(session, realm).of(way, bearer, refusal);
                });
    }

    private Optional<ClientRefusal> owed(RealmModel realm, Bearer bearer) {
        return new AcceptanceCheck(session, realm, configuration.grace(), clock)
                .of(bearer)
                .map(owed -> ClientRefusal.of(session, realm, owed));
    }
}
