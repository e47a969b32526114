package io.agreements.keycloak.tests.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Flows;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What the registration page weighs with three agreements, beside the same page of the same realm without any of it. */
@WithKeycloak
final class RegistrationWeightIT {

    private static final int MOST_REQUESTS = 14;

    /** Not compressed, the texts included. */
    private static final int MOST_BYTES = 25_000;

    @Test
    void thePageTakesFewRequestsAndLittleMoreThanKeycloaksOwn(KeycloakServer server, WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server);
        Weight ours = weigh(pop800, browser);
        new Flows(pop800).disable("pop800 registration form", "registration-agreements");
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setLoginTheme("keycloak.v2");
        pop800.realm().admin().update(realm);
        Weight stock = weigh(pop800, browser);
        System.out.printf(
                "[registration page] %d requests, %d bytes; stock %d, %d%n",
                ours.requests(), ours.bytes(), stock.requests(), stock.bytes());

        assertThat(ours.bytes()).as("%s", ours.urls()).isPositive();
        assertThat(ours.requests()).as("%s", ours.urls()).isLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(ours.bytes() - stock.bytes())
                .as("bytes more than %d: %s", stock.bytes(), ours.urls())
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    private static Weight weigh(Pop800 pop800, WebBrowser browser) {
        Page page = browser.visit(VisitorProfile.english()).page();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        pop800.client().registration().open(page);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new Weight(
                responses.stream()
                        .map(response -> response.url() + " " + size(response))
                        .toList(),
                responses.stream().mapToInt(RegistrationWeightIT::size).sum());
    }

    /** A redirection has no body. */
    private static int size(Response response) {
        boolean hasBody = response.status() < 300 || response.status() >= 400;
        return hasBody ? response.body().length : 0;
    }

    /** @param urls of all requests, each with the bytes of its answer */
    private record Weight(List<String> urls, int bytes) {

        int requests() {
            return urls.size();
        }
    }
}
