package io.agreements.keycloak.jpa.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.conduct.RestrictionSign;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;

/** A node asks the database seldom, and at once where the sign is another one. */
final class RestrictedRealmsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));
    private final AtomicReference<String> sign = new AtomicReference<>();
    private final AtomicBoolean stored = new AtomicBoolean();
    private final AtomicInteger reads = new AtomicInteger();
    private final RestrictedRealms realms = new RestrictedRealms(((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void itIsAskedOnceAndAgainWhenTheSignChanges() {
        assertThat(concerns()).isFalse();
        stored.set(true);
        assertThat(concerns()).isFalse();
        assertThat(reads).hasValue(1);
        sign.set("another");
        assertThat(concerns()).isTrue();
        assertThat(reads).hasValue(2);
    }

    @Test
    void itIsAskedAgainAfterAWhileForTheSignMayHaveBeenLost() {
        assertThat(concerns()).isFalse();
        stored.set(true);
        now.updateAndGet(instant -> instant.plus(RestrictedRealms.TRUSTED));
        assertThat(concerns()).isTrue();
        stored.set(false);
        now.updateAndGet(instant -> instant.minus(RestrictedRealms.TRUSTED));
        assertThat(concerns()).as("a clock that went back").isFalse();
    }

    private boolean concerns() {
        return realms.concerns(realm(), () -> {
            reads.incrementAndGet();
            return stored.get();
        });
    }

    private RealmModel realm() {
        return (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(), new Class<?>[] {RealmModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getAttribute")) {
                        assertThat(arguments[0]).isEqualTo(RestrictionSign.ATTRIBUTE);
                        return sign.get();
                    }
                    return "realm";
                });
    }
}
