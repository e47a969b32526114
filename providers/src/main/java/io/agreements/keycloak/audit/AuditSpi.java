package io.agreements.keycloak.audit;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which the figures of a year are counted. */
public final class AuditSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-audit";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AuditProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return AuditProviderFactory.class;
    }
}
