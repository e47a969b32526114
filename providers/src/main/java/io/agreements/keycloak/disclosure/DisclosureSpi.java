package io.agreements.keycloak.disclosure;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which the register of disclosures is kept. */
public final class DisclosureSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-disclosure";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DisclosureProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return DisclosureProviderFactory.class;
    }
}
