package io.agreements.keycloak.setup.page;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.page.decision.ComposedPage;
import io.agreements.keycloak.page.decision.EarlierAnswer;
import io.agreements.keycloak.page.decision.PageComposer;
import io.agreements.keycloak.page.decision.PageKind;
import io.agreements.keycloak.setup.theme.Themes;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.RegisterBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The pages on which users decide, made as users get them: by the realm's own login theme, with its own words, showing
 * every agreement in force. Nobody signs in, and nothing is kept.
 */
public final class SamplePages {

    /** Of more languages no realm makes pages here. */
    private static final int MOST_LOCALES = 40;

    /** Names what is shown; nobody can answer it. */
    private static final String PRESENTATION = "sample";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Visit visit;
    private final Obligations shown;

    public SamplePages(KeycloakSession session, RealmModel realm, Catalogue catalogue, Instant now) {
        this.session = session;
        this.realm = realm;
        this.visit = new Visit(session, realm);
        this.shown = shown(catalogue, now);
    }

    /** Languages of the realm's pages. */
    List<String> locales() {
        if (!realm.isInternationalizationEnabled()) {
            return List.of(Locale.ENGLISH.toLanguageTag());
        }
        List<String> offered =
                realm.getSupportedLocalesStream().sorted().limit(MOST_LOCALES).toList();
        String usual = realm.getDefaultLocale();
        return offered.isEmpty() ? List.of(usual == null ? Locale.ENGLISH.toLanguageTag() : usual) : offered;
    }

    /** Whether the realm asks anybody for anything. */
    boolean isAnythingShown() {
        return !shown.isEmpty();
    }

    /** All there are; the one for registering only where somebody can, and sees the agreements there. */
    public List<PageName> names() {
        if (!isAnythingShown()) {
            return List.of();
        }
        List<PageKind> kinds = new ArrayList<>();
        if (realm.isRegistrationAllowed() && new Themes(session).showsAgreements(realm.getLoginTheme())) {
            kinds.add(PageKind.REGISTRATION);
        }
        kinds.add(PageKind.ACCEPTANCE);
        return kinds.stream()
                .flatMap(kind -> locales().stream().map(locale -> new PageName(kind, locale)))
                .toList();
    }

    /** @param name among {@link #names()} */
    public SamplePage make(PageName name) {
        Locale locale = Locale.forLanguageTag(name.locale());
        return visit.in(locale, () -> {
            ComposedPage page =
                    new PageComposer(session, realm, locale).compose(name.kind(), shown, EarlierAnswer.NONE);
            return new SamplePage(
                    name,
                    page.views().stream().map(AgreementView::key).toList(),
                    page.isDeclinable(),
                    html(name.kind(), page));
        });
    }

    /** Whether the words of the product are in that language. */
    boolean isSpoken(String tag) {
        Language wanted = new Language(tag);
        Language spoken = visit.in(
                wanted.locale(),
                () -> PageMessages.of(session, realm, wanted.locale()).language());
        return spoken.isSameAs(wanted) && spoken.isWrittenAs(wanted);
    }

    private String html(PageKind kind, ComposedPage page) {
        // Another one than that of the request: it keeps what was set for the page before.
        LoginFormsProvider form = session.getKeycloakSessionFactory()
                .getProviderFactory(LoginFormsProvider.class)
                .create(session);
        form.setActionUri(new AgreementUrls(session, realm).list())
                .setAttribute("agreements", page.shownAs(PRESENTATION));
        if (kind == PageKind.REGISTRATION) {
            RegisterBean fields = new RegisterBean(new MultivaluedHashMap<>(), session);
            form.setAttribute("register", fields)
                    .setAttribute("profile", fields)
                    .setAttribute("passwordRequired", true)
                    .setAttribute("agreementsLifespan", 0);
        }
        try (Response made = form.createForm(kind.template())) {
            return made.getStatus() == Response.Status.OK.getStatusCode() ? (String) made.getEntity() : null;
        } finally {
            form.close();
        }
    }

    /** Every agreement that can be decided on, whomever it concerns, as somebody who has decided on none is asked. */
    private static Obligations shown(Catalogue catalogue, Instant now) {
        List<Obligation> open = catalogue.agreements().stream()
                .flatMap(agreement -> question(agreement, now))
                .toList();
        return new Obligations(
                open.stream()
                        .filter(obligation -> obligation.agreement().isRequired())
                        .toList(),
                List.of(),
                open.stream()
                        .filter(obligation -> !obligation.agreement().isRequired())
                        .toList());
    }

    private static Stream<Obligation> question(Agreement agreement, Instant now) {
        return agreement
                .inForce(now)
                .or(() -> agreement.open(now))
                .map(version -> new Obligation(agreement, version, null))
                .stream();
    }
}
