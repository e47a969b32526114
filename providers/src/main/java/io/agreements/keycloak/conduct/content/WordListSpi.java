package io.agreements.keycloak.conduct.content;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind which lists of prohibited words are kept. */
public final class WordListSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "agreement-word-list";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return WordListProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return WordListProviderFactory.class;
    }
}
