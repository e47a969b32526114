package io.agreements.keycloak.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import java.util.List;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Keycloak's account console, as a user of a realm uses it.
 *
 * @param visitor who has signed in
 * @param pop800 the realm
 */
record AccountConsole(Visitor visitor, Pop800 pop800) {

    /** Where our own parts of a page are. */
    static final String VIEWS = ".agreements-views";

    /** The stock theme. */
    static final String STOCK = "keycloak.v3";

    /** Ours. */
    static final String AGREEMENTS = "agreements";

    /** Chooses the theme of the realm's account console. */
    static void useTheme(Pop800 pop800, String theme) {
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setAccountTheme(theme);
        pop800.realm().admin().update(settings);
    }

    /**
     * For the first time: what is asked for at sign-in is accepted, optional consents are not given.
     *
     * @param path below the console, such as {@code agreements}
     */
    static AccountConsole signIn(WebBrowser browser, VisitorProfile profile, Pop800 pop800, String user, String path) {
        AccountConsole console = new AccountConsole(browser.visit(profile), pop800).open(path);
        SignInPages pages = new SignInPages(console.page()).submitPassword(user, Pop800.PASSWORD);
        console.page().locator("#agreement-acceptance-form, nav").first().waitFor();
        if (pages.acceptance().isVisible()) {
            pages.press("accept");
        }
        return console;
    }

    /** Goes to an address of the console as somebody does who has kept it. */
    AccountConsole open(String path) {
        page().navigate(pop800.realm().url() + "/account/" + path);
        return this;
    }

    Page page() {
        return visitor.page();
    }

    /** Waits for a heading. */
    AccountConsole expectHeading(String title) {
        assertThat(page().getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true)))
                .isVisible();
        return this;
    }

    /** The entries of the menu, when they are there. */
    List<String> menu() {
        assertThat(entry("applications")).isAttached();
        assertThat(page().locator(".pf-v5-c-page__sidebar .pf-v5-c-spinner")).hasCount(0);
        return page().locator("nav .pf-v5-c-nav__list > li").allTextContents();
    }

    /** @param path such as {@code applications} */
    Locator entry(String path) {
        return page().locator("nav a[data-testid='" + path + "']");
    }

    Locator button(String name) {
        return page().locator(VIEWS)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The switch of an optional agreement. */
    Locator consent(String title) {
        return page().locator(VIEWS)
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions().setName(title).setExact(true));
    }

    Locator dialog() {
        return page().getByRole(AriaRole.DIALOG);
    }

    Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Takes a picture and looks at our part of the page with axe. */
    void look(String picture) {
        assertThat(page().locator(VIEWS + " .pf-v5-c-spinner")).hasCount(0);
        takeWholePicture(picture);
        visitor.assertAccessible(VIEWS);
        org.assertj.core.api.Assertions.assertThat(
                        (Boolean) page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is not wider than the window", picture)
                .isTrue();
    }

    /** The console scrolls inside the window, so the window grows for the picture. */
    private void takeWholePicture(String name) {
        ViewportSize size = page().viewportSize();
        Object height = page().evaluate(
                        "const main = document.querySelector('main'); main.getBoundingClientRect().top + main.scrollHeight");
        page().setViewportSize(size.width, Math.max(size.height, ((Number) height).intValue()));
        visitor.takePicture("account/" + name);
        page().setViewportSize(size.width, size.height);
    }
}
