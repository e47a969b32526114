package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.realm.UserBuilder;
import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;

/** People who administer a realm as far as their roles go. */
final class Administrators {

    private Administrators() {}

    /**
     * The access token of a new user of the realm, who is asked for nothing at sign-in.
     *
     * @param managementRoles of the realm's own management, such as {@code manage-realm}
     */
    static String token(Pop800 pop800, String email, String... managementRoles) {
        RealmResource realm = pop800.realm().admin();
        String userId = pop800.realm()
                .createUser(UserBuilder.named(email).password(Pop800.PASSWORD))
                .toRepresentation()
                .getId();
        realm.flows().getRequiredActions().stream()
                .filter(action -> action.getAlias().equals("agreement-acceptance"))
                .forEach(action -> {
                    action.setEnabled(false);
                    realm.flows().updateRequiredAction(action.getAlias(), action);
                });
        String management =
                realm.clients().findByClientId("realm-management").get(0).getId();
        realm.users()
                .get(userId)
                .roles()
                .clientLevel(management)
                .add(List.of(managementRoles).stream()
                        .map(role -> realm.clients()
                                .get(management)
                                .roles()
                                .get(role)
                                .toRepresentation())
                        .toList());
        return pop800.realm()
                .client("admin-cli", "")
                .password(email, Pop800.PASSWORD)
                .accessToken();
    }
}
