package io.agreements.keycloak.ledger;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which the ledger is kept. */
public final class LedgerSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-ledger";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return LedgerProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return LedgerProviderFactory.class;
    }
}
