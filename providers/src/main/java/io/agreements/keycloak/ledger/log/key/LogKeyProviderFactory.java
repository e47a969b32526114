package io.agreements.keycloak.ledger.log.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;
import org.keycloak.keys.KeyProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ConfigurationValidationHelper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Keys of realms that sign the checkpoints of their logs, and nothing else. They are among the keys of the realm, where an
 * administrator rotates them, under an algorithm of their own: no token is signed by one, and none is in the realm's JWKS.
 */
public final class LogKeyProviderFactory implements KeyProviderFactory<KeyProvider> {

    static final String PRIVATE_KEY = "privateKey";

    private static final List<ProviderConfigProperty> PROPERTIES = ProviderConfigurationBuilder.create()
            .property(Attributes.PRIORITY_PROPERTY)
            .property(Attributes.ENABLED_PROPERTY)
            .property(Attributes.ACTIVE_PROPERTY)
            .build();

    @Override
    public String getId() {
        return LogKeys.KIND;
    }

    @Override
    public String getHelpText() {
        return "Generates an Ed25519 key that signs checkpoints of the log of records, and nothing else";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    @Override
    public KeyProvider create(KeycloakSession session, ComponentModel model) {
        return new LogKeyProvider(model);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        ConfigurationValidationHelper.check(model)
                .checkLong(Attributes.PRIORITY_PROPERTY, false)
                .checkBoolean(Attributes.ENABLED_PROPERTY, false)
                .checkBoolean(Attributes.ACTIVE_PROPERTY, false);
        if (!model.contains(PRIVATE_KEY) || !model.contains(LogKeys.PUBLIC_KEY)) {
            generate(model);
        }
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
        LogKeyRegistration.registerAtTheEnd(session, realm, before);
    }

    @Override
    public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
        LogKeyRegistration.registerAtTheEnd(session, realm, model);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new LogKeyRegistration());
    }

    private static void generate(ComponentModel model) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(LogKeys.CURVE).generateKeyPair();
            model.put(PRIVATE_KEY, encode(pair.getPrivate().getEncoded()));
            model.put(LogKeys.PUBLIC_KEY, encode(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new ComponentValidationException("This server cannot make Ed25519 keys", e);
        }
    }

    private static String encode(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
