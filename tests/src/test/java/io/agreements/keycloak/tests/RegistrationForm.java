package io.agreements.keycloak.tests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * The registration page as a person uses it.
 *
 * @param page where it is open
 */
record RegistrationForm(Page page) {

    RegistrationForm fill(String email) {
        page.locator("#email").fill(email);
        page.locator("#lastName").fill("王");
        page.locator("#firstName").fill("小明");
        page.locator("#gender").selectOption("male");
        page.locator("#birthdate").fill("1990-05-31");
        page.locator("#city").fill("北京");
        page.locator("#phoneNumber").fill("13800138000");
        return fillPasswords();
    }

    RegistrationForm fillPasswords() {
        page.locator("#password").fill(Pop800.PASSWORD);
        page.locator("#password-confirm").fill(Pop800.PASSWORD);
        return this;
    }

    RegistrationForm tick(String agreementKey) {
        box(agreementKey).check();
        return this;
    }

    RegistrationForm readToTheEnd(String agreementKey) {
        text(agreementKey).evaluate("text => text.scrollTop = text.scrollHeight");
        page.waitForFunction(
                "id => document.getElementById(id).value === 'true'", "agreement-" + agreementKey + ".end");
        return this;
    }

    void submit() {
        page.locator("#kc-register-form input[type=submit]").click();
    }

    Locator box(String agreementKey) {
        return page.locator("#agreement-" + agreementKey);
    }

    Locator text(String agreementKey) {
        return page.locator("#agreement-" + agreementKey + "-text");
    }

    Locator error(String agreementKey) {
        return page.locator("#input-error-agreement-" + agreementKey);
    }
}
