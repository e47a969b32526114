package io.agreements.keycloak.ledger;

import org.keycloak.provider.ProviderFactory;

public interface LedgerProviderFactory extends ProviderFactory<LedgerProvider> {}
