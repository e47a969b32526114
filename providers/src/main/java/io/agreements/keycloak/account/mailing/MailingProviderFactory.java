package io.agreements.keycloak.account.mailing;

import org.keycloak.provider.ProviderFactory;

public interface MailingProviderFactory extends ProviderFactory<MailingProvider> {}
