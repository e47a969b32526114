package io.agreements.keycloak.token;

import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Refuses tokens, and what they are good for, to clients whose user owes an agreement, where the user cannot be asked. It
 * answers by itself rather than by a {@link org.keycloak.services.clientpolicy.ClientPolicyException}, which has no place
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
        new Bearers(session, realm)
                .of(context)
                .ifPresent(bearer -> WayIn.of(context.getEvent(), bearer)
                        .filter(configuration.events()::contains)
                        .ifPresent(way -> check(realm, way, bearer)));
    }

    private void check(RealmModel realm, WayIn way, Bearer bearer) {
        new AcceptanceCheck(session, realm, configuration.grace(), clock)
                .of(bearer)
                .ifPresent(owed -> {
                    throw new Refusals(session, realm).of(way, bearer, owed);
                });
    }
}
