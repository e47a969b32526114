package io.agreements.keycloak.bench.load;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.agreements.keycloak.bench.realm.BenchRealm;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of each {@link Scenario}, as one virtual user sends them. */
final class Requests {
    private static final String PROTOCOL = "/protocol/openid-connect";
    private static final String ACCESS_TOKEN = "access_token";
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final String ACTION = "action";
    private static final String FIELDS = "fields";
    private static final String PAGE = "page";

    private final LoadSettings settings;
    private final AtomicInteger signedIn = new AtomicInteger();
    private final AtomicInteger registered = new AtomicInteger();

    Requests(LoadSettings settings) {
        this.settings = settings;
    }

    /** One request; of a registration the form sent off, once its page is {@linkplain #registrationPage() open}. */
    ChainBuilder of(Scenario scenario) {
        return switch (scenario) {
            case PASSWORD -> exec(password());
            case REFRESH ->
                exec(token(scenario, "refresh_token")
                        .formParam(REFRESH_TOKEN, "#{" + REFRESH_TOKEN + "}")
                        .check(status().is(200)));
            case USERINFO ->
                exec(http(scenario.title())
                        .get(PROTOCOL + "/userinfo")
                        .header("Authorization", "Bearer #{" + ACCESS_TOKEN + "}")
                        .check(status().is(200)));
            case INTROSPECTION -> exec(introspection());
            case SIGN_IN_PAGE ->
                exec(flushCookieJar()).exec(authorization(scenario.title()).check(status().is(200)));
            case REGISTRATION ->
                exec(http(scenario.title())
                        .post(session -> session.getString(ACTION))
                        .formParamMap(session -> session.<Object>getMap(FIELDS))
                        .disableFollowRedirect()
                        .check(status().is(302)));
        };
    }

    /** Opens the page of registration for a new user. */
    ChainBuilder registrationPage() {
        return exec(flushCookieJar())
                .exec(authorization("registration page")
                        .queryParam("prompt", "create")
                        .check(status().is(200), bodyString().saveAs(PAGE)))
                .exec(this::fillIn);
    }

    private HttpRequestActionBuilder password() {
        return token(Scenario.PASSWORD, "password")
                .formParam("scope", "openid")
                .formParam(
                        "username", session -> BenchRealm.username(signedIn.getAndIncrement() % settings.signingIn()))
                .formParam("password", BenchRealm.PASSWORD)
                .check(
                        status().is(200),
                        jsonPath("$." + ACCESS_TOKEN).saveAs(ACCESS_TOKEN),
                        jsonPath("$." + REFRESH_TOKEN).saveAs(REFRESH_TOKEN));
    }

    private HttpRequestActionBuilder introspection() {
        return http(Scenario.INTROSPECTION.title())
                .post(PROTOCOL + "/token/introspect")
                .formParam("client_id", BenchRealm.CLIENT)
                .formParam("client_secret", BenchRealm.SECRET)
                .formParam("token", "#{" + ACCESS_TOKEN + "}")
                .check(status().is(200), jsonPath("$.active").ofBoolean().is(true));
    }

    private HttpRequestActionBuilder token(Scenario scenario, String grant) {
        return http(scenario.title())
                .post(PROTOCOL + "/token")
                .formParam("grant_type", grant)
                .formParam("client_id", BenchRealm.CLIENT)
                .formParam("client_secret", BenchRealm.SECRET);
    }

    private HttpRequestActionBuilder authorization(String title) {
        return http(title)
                .get(PROTOCOL + "/auth")
                .queryParam("client_id", BenchRealm.CLIENT)
                .queryParam("redirect_uri", BenchRealm.REDIRECT_URI)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid");
    }

    private Session fillIn(Session session) {
        RegistrationPage page = new RegistrationPage(session.getString(PAGE));
        String name = "new-" + settings.visit() + "-" + registered.incrementAndGet();
        Map<String, Object> fields = new LinkedHashMap<>(page.hidden());
        fields.put("username", name);
        fields.put("email", name + "@example.org");
        fields.put("firstName", "New");
        fields.put("lastName", "Comer");
        fields.put("password", BenchRealm.PASSWORD);
        fields.put("password-confirm", BenchRealm.PASSWORD);
        fields.putAll(settings.variant().consent());
        return session.set(ACTION, page.action()).set(FIELDS, fields).remove(PAGE);
    }
}
