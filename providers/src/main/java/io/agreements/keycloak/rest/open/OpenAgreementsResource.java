package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.AgreementView;
import io.agreements.keycloak.page.AgreementViews;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The agreements of a realm for everybody to read, signed in or not. */
public final class OpenAgreementsResource {

    /** The agreement's title is the heading of the page, so its articles stand where the author put them. */
    private static final int HEADING_SHIFT = 0;

    private final KeycloakSession session;
    private final Clock clock;
    private final RealmModel realm;
    private final AgreementProvider agreements;

    OpenAgreementsResource(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.realm = session.getContext().getRealm();
        this.agreements = session.getProvider(AgreementProvider.class);
    }

    /** All agreements in force. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response list() {
        AgreementViews views = views();
        List<AgreementView> inForce = agreements.catalogue(realm).agreements().stream()
                .flatMap(agreement -> agreement.inForce(clock.instant()).stream()
                        .map(version -> views.of(agreement, version, HEADING_SHIFT)))
                .toList();
        return page("agreements.ftl", "agreements", inForce);
    }

    /** The version in force of one agreement. */
    @GET
    @Path("{key}")
    @Produces(MediaType.TEXT_HTML)
    public Response inForce(@PathParam("key") String key) {
        return agreements
                .catalogue(realm)
                .find(key)
                .flatMap(agreement -> agreement.inForce(clock.instant()).map(version -> version(agreement, version)))
                .orElseGet(this::missing);
    }

    /** One version for good, once it has been published. */
    @GET
    @Path("{key}/versions/{number}")
    @Produces(MediaType.TEXT_HTML)
    public Response version(@PathParam("key") String key, @PathParam("number") String number) {
        return agreements
                .catalogue(realm)
                .find(key)
                .flatMap(agreement -> published(agreement, number).map(version -> version(agreement, version)))
                .orElseGet(this::missing);
    }

    private Optional<Version> published(Agreement agreement, String number) {
        return agreement.versions().stream()
                .filter(version -> String.valueOf(version.number()).equals(number))
                .filter(version -> version.timeline().isPublished(clock.instant()))
                .findFirst();
    }

    private Response version(Agreement agreement, Version version) {
        AgreementViews views = views();
        AgreementUrls urls = new AgreementUrls(session, realm);
        List<OtherVersion> others = agreement.versions().stream()
                .filter(other -> other.timeline().isPublished(clock.instant()))
                .sorted(Comparator.comparingInt(Version::number).reversed())
                .map(other -> new OtherVersion(
                        views.edition(other),
                        urls.version(agreement.key(), other.number()).toString(),
                        other.number() == version.number()))
                .toList();
        return page(
                "agreement.ftl",
                "agreement",
                new VersionPage(views.of(agreement, version, HEADING_SHIFT), others, standingOf(agreement, version)));
    }

    private VersionPage.State standingOf(Agreement agreement, Version version) {
        if (version.timeline().isRetracted(clock.instant())) {
            return VersionPage.State.RETRACTED;
        }
        return agreement
                .inForce(clock.instant())
                .map(inForce -> Integer.compare(version.number(), inForce.number()))
                .map(order -> order == 0
                        ? VersionPage.State.IN_FORCE
                        : order < 0 ? VersionPage.State.SUPERSEDED : VersionPage.State.ANNOUNCED)
                .orElse(VersionPage.State.ANNOUNCED);
    }

    private AgreementViews views() {
        PageMessages messages =
                PageMessages.of(session, realm, session.getContext().resolveLocale(null));
        return new AgreementViews(agreements, realm, messages, new AgreementUrls(session, realm));
    }

    private Response page(String template, String attribute, Object value) {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute(attribute, value)
                .setAttribute("agreementAssets", Assets.CURRENT)
                .createForm(template);
    }

    private Response missing() {
        return session.getProvider(LoginFormsProvider.class)
                .setError("agreementsNotFound")
                .createErrorPage(Response.Status.NOT_FOUND);
    }
}
