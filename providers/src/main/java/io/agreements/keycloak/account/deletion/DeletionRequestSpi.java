package io.agreements.keycloak.account.deletion;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which deletion requests are kept. */
public final class DeletionRequestSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-deletion-request";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DeletionRequestProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return DeletionRequestProviderFactory.class;
    }
}
