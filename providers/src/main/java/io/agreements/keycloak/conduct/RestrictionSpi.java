package io.agreements.keycloak.conduct;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which restrictions are kept. */
public final class RestrictionSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-restriction";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return RestrictionProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return RestrictionProviderFactory.class;
    }
}
