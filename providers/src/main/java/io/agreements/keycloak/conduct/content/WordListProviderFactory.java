package io.agreements.keycloak.conduct.content;

import org.keycloak.provider.ProviderFactory;

public interface WordListProviderFactory extends ProviderFactory<WordListProvider> {}
