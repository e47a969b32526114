package io.agreements.keycloak.ledger.log.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.RealmModel;

/** What verifies checkpoints stays with the realm whose key signed them. */
final class LogKeysTest {

    private final List<ComponentModel> components = new ArrayList<>();
    private int updates;

    private final RealmModel realm = (RealmModel) Proxy.newProxyInstance(
            RealmModel.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> "shop";
                case "getComponentsStream" -> components.stream();
                case "addComponentModel" -> components.add((ComponentModel) arguments[0]) ? arguments[0] : null;
                case "updateComponent" -> {
                    updates++;
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private ComponentModel add(String kind, String publicKey) {
        ComponentModel component = new ComponentModel();
        component.setProviderId(kind);
        component.setProviderType(KeyProvider.class.getName());
        component.put(LogKeys.PUBLIC_KEY, publicKey);
        components.add(component);
        return component;
    }

    @Test
    void aKeyThatIsGoneIsKeptByOneThatIsThere() {
        add("rsa-generated", "an other");
        ComponentModel there = add(LogKeys.KIND, "there");
        LogKeys.keep(realm, List.of("gone", "there"));
        assertThat(there.getConfig().getList(LogKeys.FORMER_KEY)).containsExactly("gone");

        LogKeys.keep(realm, List.of("gone", "gone too"));
        assertThat(LogKeys.publicKeys(there)).containsExactly("there", "gone", "gone too");
        assertThat(updates).isEqualTo(2);
    }

    @Test
    void whatIsThereIsNotKeptTwice() {
        ComponentModel one = add(LogKeys.KIND, "one");
        LogKeys.keep(realm, List.of("gone"));
        ComponentModel other = add(LogKeys.KIND, "other");
        LogKeys.keep(realm, List.of("one", "other", "gone"));

        assertThat(LogKeys.publicKeys(one)).containsExactly("one", "gone");
        assertThat(LogKeys.publicKeys(other)).containsExactly("other");
        assertThat(updates).isEqualTo(1);
    }

    @Test
    void aRealmThatGoesOnWithALogAnswersForItsKeys() throws Exception {
        PublicKey key =
                KeyPairGenerator.getInstance(LogKeys.CURVE).generateKeyPair().getPublic();
        LogKeys.adopt(realm, List.of(key));

        assertThat(components).singleElement().satisfies(made -> {
            assertThat(made.getProviderId()).isEqualTo(LogKeys.KIND);
            assertThat(made.getConfig().getList(LogKeys.FORMER_KEY))
                    .containsExactly(Base64.getEncoder().encodeToString(key.getEncoded()));
        });
    }
}
