package io.agreements.keycloak.jpa.ledger.kept;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeptStoreTest {

    private static final Kept WORDING = Kept.of(KeptKind.WORDING, Map.of("heading", "Terms"));
    private static final Kept SETTINGS = Kept.of(KeptKind.SETTINGS, Map.of("heading", "Terms"));

    private final SeenKept seen = new SeenKept();
    private final KeptStore store = new KeptStore(null, asked(), seen);

    @Test
    void whatHasBeenSeenKeptCostsNothing() {
        seen.add(new SeenKept.Name(KeptKind.WORDING, WORDING.digest()));

        assertThatCode(() -> store.keep(WORDING)).doesNotThrowAnyException();
    }

    @Test
    void whatHasNotIsWrittenThoughSomethingElseHasItsDigest() {
        seen.add(new SeenKept.Name(KeptKind.WORDING, WORDING.digest()));

        assertThatIllegalStateException().isThrownBy(() -> store.keep(SETTINGS)).withMessage("asked");
    }

    private static EntityManager asked() {
        return (EntityManager) Proxy.newProxyInstance(
                KeptStoreTest.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("asked");
                });
    }
}
