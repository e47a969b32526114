package io.agreements.keycloak.agreement;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which agreements, versions and texts are kept. */
public final class AgreementSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AgreementProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return AgreementProviderFactory.class;
    }
}
