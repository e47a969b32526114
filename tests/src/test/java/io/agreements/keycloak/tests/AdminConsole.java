package io.agreements.keycloak.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.realm.UserBuilder;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Keycloak's admin console of the realm master, as an administrator uses it for the realm of a test.
 *
 * @param visitor who has signed in
 * @param pop800 the realm that is administered
 */
record AdminConsole(Visitor visitor, Pop800 pop800) {

    /** Where our own parts of a page are. */
    static final String VIEWS = ".agreements-views";

    /** The stock theme. */
    static final String STOCK = "keycloak.v2";

    /** Ours. */
    static final String AGREEMENTS = "agreements";

    /** Chooses the theme of master's console, which speaks Chinese and English from then on. */
    static void useTheme(KeycloakServer server, String theme) {
        RealmResource master = server.adminClient().realm("master");
        RealmRepresentation settings = master.toRepresentation();
        settings.setAdminTheme(theme);
        settings.setInternationalizationEnabled(true);
        settings.addSupportedLocales("en");
        settings.addSupportedLocales("zh-CN");
        master.update(settings);
    }

    /** As the administrator of the server. */
    static AdminConsole signIn(WebBrowser browser, VisitorProfile profile, Pop800 pop800, String path) {
        return signIn(browser.visit(profile), pop800, path, "admin", "admin");
    }

    /** @param path below the realm, such as {@code agreements} */
    static AdminConsole signIn(Visitor visitor, Pop800 pop800, String path, String name, String password) {
        AdminConsole console = new AdminConsole(visitor, pop800);
        console.open(path);
        new SignInPages(visitor.page()).submitPassword(name, password);
        return console;
    }

    /** The name, and password, of an administrator in master who has only these roles in the realm. */
    static String administratorWith(Pop800 pop800, String... roles) {
        KeycloakServer server = pop800.realm().server();
        server.adminClient().tokenManager().grantToken();
        TestRealm master = new TestRealm(server, "master");
        String name = "console-" + UUID.randomUUID();
        ClientsResource clients = master.admin().clients();
        String management =
                clients.findByClientId(pop800.realm().name() + "-realm").get(0).getId();
        master.createUser(UserBuilder.named(name))
                .roles()
                .clientLevel(management)
                .add(Stream.of(roles)
                        .map(role -> clients.get(management).roles().get(role).toRepresentation())
                        .toList());
        return name;
    }

    /** Goes to an address of the console as somebody does who has kept it. */
    AdminConsole open(String path) {
        page().navigate(pop800.realm().server().url() + "/admin/master/console/#/"
                + pop800.realm().name() + "/" + path);
        return this;
    }

    Page page() {
        return visitor.page();
    }

    /** Waits for a heading. */
    AdminConsole expectHeading(String title) {
        assertThat(heading(title)).isVisible();
        return this;
    }

    Locator heading(String title) {
        return page().getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** The entries of the left menu, when they are there. */
    List<String> menu() {
        assertThat(entry("/users")).isAttached();
        return page().locator("a.pf-v5-c-nav__link").allInnerTexts();
    }

    /** @param path such as {@code /users} */
    Locator entry(String path) {
        return page().getByTestId("nav-item" + path.replace('/', '-'));
    }

    Locator tab(String name) {
        return page().locator(VIEWS).getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page().locator(VIEWS)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page().getByRole(AriaRole.DIALOG);
    }

    /** The button of the open dialog. */
    Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
