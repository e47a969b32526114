package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.task.Shards;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;

public interface MailingProviderFactory extends ProviderFactory<MailingProvider> {

    /** Into how many parts a mailing that begins is divided at most. */
    default Shards shards() {
        return new Shards(Shards.DEFAULT);
    }

    /** The same of the factory in use. */
    static int shards(KeycloakSession session) {
        return session.getKeycloakSessionFactory().getProviderFactory(MailingProvider.class)
                        instanceof MailingProviderFactory factory
                ? factory.shards().number()
                : Shards.DEFAULT;
    }
}
