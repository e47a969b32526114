package io.agreements.keycloak.agreement.editing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Audience;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Agreements for clients or a role stay for them when these get another name, in the transaction in which they do. */
public final class AudienceRenames implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(AudienceRenames.class);

    /** Between the client and the name of a role of it. */
    private static final String SEPARATOR = ".";

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RoleModel.RoleNameChangeEvent renamed) {
            String prefix = renamed.getClientId() == null ? "" : renamed.getClientId() + SEPARATOR;
            String before = prefix + renamed.getPreviousName();
            follow(
                    renamed.getKeycloakSession(),
                    renamed.getRealm(),
                    Audience.Type.ROLE,
                    name -> name.equals(before) ? prefix + renamed.getNewName() : name);
        } else if (event instanceof ClientModel.ClientIdChangeEvent renamed) {
            follow(renamed);
        }
    }

    private static void follow(ClientModel.ClientIdChangeEvent renamed) {
        ClientModel client = renamed.getUpdatedClient();
        String before = renamed.getPreviousClientId();
        String after = renamed.getNewClientId();
        List<String> roles = client.getRolesStream().map(RoleModel::getName).toList();
        follow(
                renamed.getKeycloakSession(),
                client.getRealm(),
                Audience.Type.CLIENTS,
                name -> name.equals(before) ? after : name);
        follow(
                renamed.getKeycloakSession(),
                client.getRealm(),
                Audience.Type.ROLE,
                name -> roles.stream()
                        .filter(role -> name.equals(before + SEPARATOR + role))
                        .map(role -> after + SEPARATOR + role)
                        .findFirst()
                        .orElse(name));
    }

    private static void follow(
            KeycloakSession session, RealmModel realm, Audience.Type type, UnaryOperator<String> rename) {
        AgreementProvider agreements = session.getProvider(AgreementProvider.class);
        for (Agreement agreement : agreements.stored(realm).agreements()) {
            Audience audience = agreement.audience();
            Audience renamed = new Audience(
                    audience.type(), audience.names().stream().map(rename).collect(Collectors.toSet()));
            if (audience.type() == type && !renamed.equals(audience)) {
                agreements.updateAgreement(
                        realm, AgreementSettings.of(agreement).with(renamed), agreement.edits());
                LOG.infof(
                        "Agreement %s of realm %s is for %s now, as it was for %s before that was renamed",
                        agreement.key(), realm.getName(), renamed.names(), audience.names());
            }
        }
    }
}
