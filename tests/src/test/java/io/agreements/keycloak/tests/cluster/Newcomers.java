package io.agreements.keycloak.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.oidc.Callback;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.PlainSignIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** People who register through the proxy, some at once and one after the other, until nobody comes any more. */
final class Newcomers implements AutoCloseable {

    /** What their names begin with. */
    static final String NAMES = "newcomer-";

    private static final int AT_ONCE = 3;
    private static final int LONGEST_FAILURE = 2_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);
    private static final Duration COME_WITHIN = Duration.ofMinutes(2);
    private static final Duration GONE_WITHIN = Duration.ofMinutes(4);

    private final OidcClient client;
    private final ExecutorService doors = Executors.newFixedThreadPool(AT_ONCE);
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean coming = true;

    private Newcomers(OidcClient client) {
        this.client = client;
    }

    /** They come from now on. */
    static Newcomers to(OidcClient client) {
        Newcomers newcomers = new Newcomers(client);
        for (int door = 0; door < AT_ONCE; door++) {
            String prefix = NAMES + door + "-";
            newcomers.doors.execute(() -> newcomers.come(prefix));
        }
        return newcomers;
    }

    /** One person registers, up to the tokens. */
    static void register(OidcClient client, String email) {
        AuthorizationRequest request = client.registration();
        PlainSignIn form = submit(PlainSignIn.open(request.url()), email);
        assertThat(form.client()).as(form.toString()).contains("code=");
        assertThat(tokens(client, request, form).status()).isEqualTo(200);
    }

    /** Fills in the form that is open, and ticks what must be. */
    static PlainSignIn submit(PlainSignIn form, String email) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "email", email,
                "lastName", "王",
                "firstName", "小明",
                "gender", "male",
                "birthdate", "1990-05-31",
                "city", "北京",
                "phoneNumber", "13800138000",
                "password", Pop800.PASSWORD,
                "password-confirm", Pop800.PASSWORD));
        fields.putAll(form.hidden());
        fields.put("agreement-" + Pop800.AGREEMENT, "accepted");
        return form.submit(fields);
    }

    /** Those who were told that they have an account. */
    Set<String> registered() {
        return Set.copyOf(registered);
    }

    /** What others met who came. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Waits for so many more to have registered. */
    void awaitMore(int number) {
        int enough = registered.size() + number;
        long deadline = System.nanoTime() + COME_WITHIN.toNanos();
        while (registered.size() < enough) {
            assertThat(System.nanoTime())
                    .as("in time: %s, and not %s", registered.size(), failures)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Lets those who have begun finish; nobody else comes. */
    void end() {
        coming = false;
        doors.shutdown();
        try {
            assertThat(doors.awaitTermination(GONE_WITHIN.toNanos(), TimeUnit.NANOSECONDS))
                    .as("nobody is left")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        coming = false;
        doors.shutdownNow();
    }

    private void come(String prefix) {
        for (int number = 1; coming; number++) {
            try {
                registerOne(prefix + number + "@example.org");
            } catch (RuntimeException | AssertionError e) {
                fail(e.toString());
            }
        }
    }

    private void registerOne(String email) {
        AuthorizationRequest request = client.registration();
        PlainSignIn form = submit(PlainSignIn.open(request.url()), email);
        if (!form.client().contains("code=")) {
            fail(form.toString());
            return;
        }
        registered.add(email);
        TokenResponse tokens = tokens(client, request, form);
        if (tokens.status() != 200) {
            fail(tokens.toString());
        }
    }

    private void fail(String what) {
        failures.add(what.substring(0, Math.min(LONGEST_FAILURE, what.length())));
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
    }

    private static TokenResponse tokens(OidcClient client, AuthorizationRequest request, PlainSignIn form) {
        return client.exchange(Callback.parse(form.client()), request);
    }
}
