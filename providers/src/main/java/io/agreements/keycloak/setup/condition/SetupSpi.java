package io.agreements.keycloak.setup.condition;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which Keycloak's own store is asked for traces of the product. */
public final class SetupSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-setup";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SetupProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return SetupProviderFactory.class;
    }
}
