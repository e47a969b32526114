package io.agreements.keycloak.account.mailing;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which mailings are kept. */
public final class MailingSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-mailing";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return MailingProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return MailingProviderFactory.class;
    }
}
