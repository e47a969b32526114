package io.agreements.keycloak.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agreements.keycloak.testing.browser.ClientSite;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.AuthorizationRequest;
import io.agreements.keycloak.testing.oidc.OidcClient;
import io.agreements.keycloak.testing.oidc.SignIn;
import java.util.Map;

/** What persons do in a browser at the places where a document says so. */
final class Deeds {
    private static final Person DEMO = new Person("demo@pop800.example", "Demo-2026-pop800", VisitorProfile.chinese());
    private static final Person OLD = new Person("ann", Pop800.PASSWORD, VisitorProfile.chinese());
    private static final Person NEW = new Person("newcomer", Pop800.PASSWORD, VisitorProfile.english());
    private static final Person LATE = new Person("latecomer", Pop800.PASSWORD, VisitorProfile.english());

    private final OidcClient client;
    private final WebBrowser browser;

    /** By the words of the document. */
    private final Map<String, Runnable> deeds = Map.of(
            "the demo user signs in and accepts", () -> accept(DEMO),
            "the demo user declines version 2 and signs out", this::declineSecondVersion,
            "a user of old signs in and accepts", () -> accept(OLD),
            "a new user registers and accepts", () -> register(NEW, true),
            "both are asked for version 2 and accept",
                    () -> {
                        accept(OLD);
                        accept(NEW);
                    },
            "both sign in and are asked for nothing",
                    () -> {
                        signInUnasked(OLD);
                        signInUnasked(NEW);
                    },
            "somebody registers and is asked for nothing", () -> register(LATE, false));

    /** Persons who come from a client of this id. */
    Deeds(String realmUrl, String clientId, WebBrowser browser) {
        this.client = new OidcClient(realmUrl, clientId, "http://localhost:" + ClientSite.PORT + "/callback");
        this.browser = browser;
    }

    void perform(String deed) {
        Runnable what = deeds.get(deed);
        if (what == null) {
            throw new AssertionError("Nobody knows how to do this: " + deed);
        }
        what.run();
    }

    private void accept(Person person) {
        Page page = open(person);
        SignIn signIn = signIn(person, page);
        assertThat(new SignInPages(page).acceptance()).isVisible();
        new SignInPages(page).press("accept");
        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    private void declineSecondVersion() {
        Page page = open(DEMO);
        SignIn signIn = signIn(DEMO, page);
        assertThat(new SignInPages(page).acceptance()).containsText("2");
        new SignInPages(page).press("decline").press("leave");
        assertThat(signIn.awaitCallback().error()).isEqualTo("access_denied");
    }

    private void signInUnasked(Person person) {
        assertThat(signIn(person, open(person)).awaitCallback().code()).isNotBlank();
    }

    private void register(Person person, boolean asked) {
        Page page = open(person);
        SignIn signIn = client.registration().open(page);
        page.locator("#username").fill(person.name());
        page.locator("#email").fill(person.name() + "@example.org");
        page.locator("#firstName").fill("New");
        page.locator("#lastName").fill("Comer");
        RegistrationForm form = new RegistrationForm(page).fillPasswords();
        assertThat(form.box("terms-of-use")).hasCount(asked ? 1 : 0);
        if (asked) {
            form.tick("terms-of-use");
        }
        form.submit();
        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    private SignIn signIn(Person person, Page page) {
        AuthorizationRequest request = client.authorization();
        SignIn signIn = request.open(page);
        new SignInPages(page).submitPassword(person.name(), person.password());
        return signIn;
    }

    private Page open(Person person) {
        return browser.visit(person.profile()).page();
    }

    private record Person(String name, String password, VisitorProfile profile) {}
}
