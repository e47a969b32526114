package io.agreements.keycloak.tests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * The pages of a sign-in as a person uses them.
 *
 * @param page where they are open
 */
record SignInPages(Page page) {

    SignInPages submitPassword(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        return this;
    }

    Locator acceptance() {
        return page.locator("#agreement-acceptance-form");
    }

    Locator declined() {
        return page.locator("#agreement-declined-form");
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    SignInPages press(String decision) {
        page.locator("button[value=" + decision + "]").click();
        return this;
    }
}
