package io.agreements.keycloak.tests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Mailbox;
import io.agreements.keycloak.tests.fixture.realm.Mailbox.Letter;
import io.agreements.keycloak.tests.fixture.realm.Persons;
import io.agreements.keycloak.tests.fixture.realm.Persons.Person;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Links sent by mail lead to no token, and to no account, without the agreement. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailedLinksIT {

    private static final Pattern LINK = Pattern.compile("http://localhost[^\\s<>\"]+");
    private static final String NEW_PASSWORD = "Calmer-river-2027";

    private final Mailbox mailbox = new Mailbox();
    private Pop800 pop800;
    private Persons persons;
    private OrganizationResource organization;

    @BeforeAll
    void createRealmWithMailAndAnOrganization(KeycloakServer server) {
        pop800 = Pop800.create(server);
        persons = new Persons(pop800);
        mailbox.serve(pop800);
        RealmRepresentation realm = pop800.realm().admin().toRepresentation();
        realm.setOrganizationsEnabled(true);
        pop800.realm().admin().update(realm);
        OrganizationRepresentation representation = new OrganizationRepresentation();
        representation.setName("club");
        representation.setAlias("club");
        representation.addDomain(new OrganizationDomainRepresentation("club.example"));
        try (Response response = pop800.realm().admin().organizations().create(representation)) {
            organization = pop800.realm().admin().organizations().get(CreatedResponseUtil.getCreatedId(response));
        }
    }

    @AfterAll
    void stopMail() {
        mailbox.close();
    }

    @Test
    void whoForgotThePasswordSetsANewOneAndIsAskedWhatIsOwedThen(WebBrowser browser) {
        Person owing = persons.owing();
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = followMailedLink(visitor, owing);
        changePassword(visitor);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(pop800.records(owing.id(), Pop800.AGREEMENT)).hasSize(1);

        Visitor other = browser.visit(VisitorProfile.english());
        SignIn second = followMailedLink(other, persons.settled());
        changePassword(other);
        assertThat(second.awaitCallback().code()).isNotBlank();
    }

    @Test
    void whoHasToConfirmTheAddressIsAskedWhatIsOwedFirst(WebBrowser browser) {
        Person owing = unconfirmed(persons.owing());
        Visitor visitor = browser.visit(VisitorProfile.english());
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(owing.email(), Pop800.PASSWORD);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        int letters = mailbox.size();
        new SignInPages(visitor.page()).press("accept");
        visitor.page().navigate(link(letters, owing));
        assertThat(signIn.awaitCallback().code()).isNotBlank();

        Person settled = unconfirmed(persons.settled());
        Visitor other = browser.visit(VisitorProfile.english());
        int lettersNow = mailbox.size();
        SignIn second = pop800.client().authorization().open(other.page());
        new SignInPages(other.page()).submitPassword(settled.email(), Pop800.PASSWORD);
        other.page().navigate(link(lettersNow, settled));
        assertThat(second.awaitCallback().code()).isNotBlank();
    }

    @Test
    void aLinkToConfirmTheAddressOpenedElsewhereSignsNobodyIn(WebBrowser browser) {
        Person owing = unconfirmed(persons.owing());
        int letters = mailbox.size();
        pop800.realm().admin().users().get(owing.id()).executeActionsEmail(List.of("VERIFY_EMAIL"));
        Visitor visitor = browser.visit(VisitorProfile.english());
        visitor.page().navigate(link(letters, owing));
        visitor.page().locator("#kc-info-message a").first().click();
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        assertThat(visitor.page().locator("#kc-info-message")).isVisible();

        assertThat(pop800.realm().admin().users().get(owing.id()).getUserSessions())
                .isEmpty();
        assertThat(pop800.records(owing.id(), Pop800.AGREEMENT)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Read the agreements and decide on them, Delete the account",
        "zh-Hans, 阅读协议并作出选择, 注销账号",
    })
    void whatIsToBeDoneIsSaidInWords(String language, String acceptance, String deletion, WebBrowser browser) {
        Person owing = persons.owing();
        UserResource user = pop800.realm().admin().users().get(owing.id());
        UserRepresentation speaking = user.toRepresentation();
        speaking.singleAttribute("locale", language);
        user.update(speaking);
        int letters = mailbox.size();
        user.executeActionsEmail(List.of("agreement-acceptance", "agreement-account-deletion"));
        Letter letter = mailbox.await(letters + 1).get(letters);
        Visitor visitor = browser.visit(language.equals("en") ? VisitorProfile.english() : VisitorProfile.chinese());
        visitor.page().navigate(link(letters, owing));

        for (String shown : List.of(
                letter.text(),
                letter.html(),
                visitor.page().locator("#kc-info-message").innerText())) {
            assertThat(shown).contains(acceptance, deletion).doesNotContain("requiredAction.");
        }
        visitor.hear("mailed/actions-" + language);
        visitor.takePicture("mailed/actions-" + language);
    }

    @Test
    void whoIsInvitedToAnOrganizationAndHasNoAccountGetsItWithTheAgreementOnly(WebBrowser browser) {
        String email = "guest-" + UUID.randomUUID().toString().substring(0, 8) + "@club.example";
        int letters = mailbox.size();
        organization.members().inviteUser(email, null, null).close();
        Visitor visitor = browser.visit(VisitorProfile.english());
        visitor.page().navigate(link(letters, email));
        RegistrationForm form = new RegistrationForm(visitor.page());
        form.fill(email).submit();
        assertThat(form.error(Pop800.AGREEMENT)).isVisible();
        assertThat(pop800.realm().admin().users().searchByEmail(email, true)).isEmpty();
        form.fillPasswords().tick(Pop800.AGREEMENT).submit();
        visitor.page()
                .waitForCondition(() -> !pop800.realm()
                        .admin()
                        .users()
                        .searchByEmail(email, true)
                        .isEmpty());

        String userId = pop800.realm().user(email).toRepresentation().getId();
        assertThat(pop800.records(userId, Pop800.AGREEMENT))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("method", "REGISTRATION"));
        assertThat(organization.members().list(0, 100))
                .extracting(UserRepresentation::getId)
                .contains(userId);
    }

    @Test
    void whoIsInvitedToAnOrganizationAndHasAnAccountIsAskedWhatIsOwed(WebBrowser browser) {
        Person owing = persons.owing();
        Visitor visitor = browser.visit(VisitorProfile.english());
        join(visitor, owing);
        assertThat(new SignInPages(visitor.page()).acceptance()).isVisible();
        new SignInPages(visitor.page()).press("accept");
        assertThat(pop800.records(owing.id(), Pop800.AGREEMENT)).hasSize(1);

        Person settled = persons.settled();
        Visitor other = browser.visit(VisitorProfile.english());
        join(other, settled);
        assertThat(new SignInPages(other.page()).acceptance()).isHidden();
        assertThat(organization.members().list(0, 100))
                .extracting(UserRepresentation::getId)
                .contains(settled.id());
    }

    private void join(Visitor visitor, Person person) {
        int letters = mailbox.size();
        organization.members().inviteExistingUser(person.id()).close();
        visitor.page().navigate(link(letters, person));
        visitor.page().locator("#kc-info-message a").first().click();
        visitor.page().waitForLoadState();
    }

    private SignIn followMailedLink(Visitor visitor, Person person) {
        int letters = mailbox.size();
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        visitor.page().locator("a[href*=reset-credentials]").click();
        visitor.page().locator("#username").fill(person.email());
        visitor.page().locator("[type=submit]").first().click();
        visitor.page().navigate(link(letters, person));
        return signIn;
    }

    private static void changePassword(Visitor visitor) {
        visitor.page().locator("#password-new").fill(NEW_PASSWORD);
        visitor.page().locator("#password-confirm").fill(NEW_PASSWORD);
        visitor.page().locator("#kc-passwd-update-form [type=submit]").first().click();
    }

    private Person unconfirmed(Person person) {
        UserRepresentation user =
                pop800.realm().admin().users().get(person.id()).toRepresentation();
        user.setEmailVerified(false);
        user.setRequiredActions(List.of("VERIFY_EMAIL"));
        pop800.realm().admin().users().get(person.id()).update(user);
        return person;
    }

    private String link(int lettersBefore, Person person) {
        return link(lettersBefore, person.email());
    }

    /** The first link of the letter that came after so many others; Keycloak's plain letters are written as for HTML. */
    private String link(int lettersBefore, String email) {
        Letter letter = mailbox.await(lettersBefore + 1).get(lettersBefore);
        assertThat(letter.to()).isEqualTo(email);
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group().replace("&#61;", "=").replace("&amp;", "&");
    }
}
