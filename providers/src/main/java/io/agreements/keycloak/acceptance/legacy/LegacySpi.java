package io.agreements.keycloak.acceptance.legacy;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which acceptances are found that were kept by other means. */
public final class LegacySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-legacy";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return LegacyProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return LegacyProviderFactory.class;
    }
}
