package io.agreements.keycloak.conduct.barred;

import io.agreements.keycloak.account.deletion.NameDigest;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.KeyProvider;
import org.keycloak.keys.KeyProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Has a realm keep its key for barred names. It has no key that Keycloak could use or show. */
public final class BarringKeyProviderFactory implements KeyProviderFactory<KeyProvider> {

    @Override
    public String getId() {
        return BarringKey.KIND;
    }

    @Override
    public String getHelpText() {
        return "Keeps the secret by which names that must not be registered again are known again, and nothing else";
    }

    /** The secret is none of them, so that no administrator is shown it. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public KeyProvider create(KeycloakSession session, ComponentModel model) {
        return Stream::empty;
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        if (!model.contains(BarringKey.SECRET)) {
            model.put(BarringKey.SECRET, NameDigest.newKey());
        }
    }
}
