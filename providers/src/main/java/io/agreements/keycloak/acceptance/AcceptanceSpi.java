package io.agreements.keycloak.acceptance;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which standings are kept. */
public final class AcceptanceSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-acceptance";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AcceptanceProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return AcceptanceProviderFactory.class;
    }
}
