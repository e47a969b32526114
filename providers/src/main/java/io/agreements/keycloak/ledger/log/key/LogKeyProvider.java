package io.agreements.keycloak.ledger.log.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.keycloak.common.util.KeyUtils;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;

/** The key of one component. */
final class LogKeyProvider implements KeyProvider {

    private final KeyWrapper key;

    LogKeyProvider(ComponentModel model) {
        this.key = read(model);
    }

    @Override
    public Stream<KeyWrapper> getKeysStream() {
        return Stream.of(key);
    }

    private static KeyWrapper read(ComponentModel model) {
        try {
            KeyFactory keys = KeyFactory.getInstance(LogKeys.CURVE);
            PrivateKey privateKey =
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decode(model, LogKeyProviderFactory.PRIVATE_KEY)));
            PublicKey publicKey = keys.generatePublic(new X509EncodedKeySpec(decode(model, LogKeys.PUBLIC_KEY)));
            KeyWrapper key = new KeyWrapper();
            key.setProviderId(model.getId());
            key.setProviderPriority(model.get(Attributes.PRIORITY_KEY, 0L));
            key.setKid(KeyUtils.createKeyId(publicKey));
            key.setUse(KeyUse.SIG);
            // No type that a JWK can have: so Keycloak leaves it out of the realm's JWKS.
            key.setType(LogKeys.ALGORITHM);
            key.setAlgorithm(LogKeys.ALGORITHM);
            key.setCurve(LogKeys.CURVE);
            key.setStatus(
                    KeyStatus.from(model.get(Attributes.ACTIVE_KEY, true), model.get(Attributes.ENABLED_KEY, true)));
            key.setPrivateKey(privateKey);
            key.setPublicKey(publicKey);
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key " + model.getName() + " (" + model.getId() + ") of a log is no Ed25519 key", e);
        }
    }

    private static byte[] decode(ComponentModel model, String name) {
        return Base64.getMimeDecoder().decode(model.get(name));
    }
}
