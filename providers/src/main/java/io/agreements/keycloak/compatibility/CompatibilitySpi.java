package io.agreements.keycloak.compatibility;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Has the check made at start, and gives its setting a name. Nothing of Keycloak's own is meant for that. */
public final class CompatibilitySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-compatibility";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CompatibilityProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return CompatibilityProviderFactory.class;
    }
}
