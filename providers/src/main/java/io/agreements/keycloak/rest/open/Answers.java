package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.rest.PlainHeaders;
import io.agreements.keycloak.rest.user.MyExport;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.cors.Cors;
import org.keycloak.util.JsonSerialization;

/** Answers one request for a public page, in the form and language asked for, so that it can be cached by its tag. */
final class Answers {

    private static final String VARY = "Accept, Accept-Language, Cookie";

    private final Request request;
    private final KeycloakSession session;
    private final AgreementUrls urls;
    private final boolean json;
    private final PageMessages messages;

    private Answers(Request request, KeycloakSession session, AgreementUrls urls, boolean json) {
        this.request = request;
        this.session = session;
        this.urls = urls;
        this.json = json;
        RealmModel realm = session.getContext().getRealm();
        this.messages = PageMessages.of(session, realm, session.getContext().resolveLocale(null));
    }

    static Answers to(Request request, KeycloakSession session, AgreementUrls urls) {
        boolean json = Negotiation.prefersJson(
                session.getContext().getHttpRequest().getHttpHeaders()::getAcceptableMediaTypes);
        LocaleChoice.apply(session, !json);
        return new Answers(request, session, urls, json);
    }

    boolean inJson() {
        return json;
    }

    PageMessages messages() {
        return messages;
    }

    /** A page of the realm's login theme. */
    Response page(String template, String attribute, Object value) {
        Response page = forms().setAttribute(attribute, value).createForm(template);
        return page.getStatus() == Response.Status.OK.getStatusCode()
                ? tagged(page, (String) page.getEntity(), Freshness.CHECKED, VARY)
                : page;
    }

    /** Data that pages of any origin may read. */
    Response json(Object value, Freshness freshness) {
        String body = serialize(value);
        Response response = Response.ok(body, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .build();
        allowEveryOrigin();
        return tagged(response, body, freshness, VARY + ", Origin");
    }

    /**
     * A file to be kept, byte by byte.
     *
     * @param digest SHA-256 of the content, hexadecimal
     */
    Response file(byte[] content, MediaType type, String name, String digest) {
        EntityTag tag = new EntityTag(digest);
        Response.ResponseBuilder unchanged = PlainHeaders.unchanged(request, tag);
        allowEveryOrigin();
        return (unchanged == null ? Response.ok(content, type) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, Freshness.MINUTES.cacheControl())
                .build();
    }

    /** @param there what can be read instead */
    Response problem(Problem problem, List<ListedAgreement> there) {
        if (json) {
            ErrorRepresentation error = new ErrorRepresentation();
            error.setErrorMessage(messages.get(problem.messageKey()));
            allowEveryOrigin();
            return Response.status(problem.status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(error)
                    .header(HttpHeaders.RETRY_AFTER, retryAfter(problem))
                    .header(HttpHeaders.CACHE_CONTROL, Freshness.CHECKED.cacheControl())
                    .header(HttpHeaders.VARY, VARY + ", Origin")
                    .build();
        }
        Response page = forms().setAttribute("problem", problem.messageKey())
                .setAttribute("agreementsThere", there)
                .setStatus(problem.status())
                .createForm("agreement-problem.ftl");
        return Response.fromResponse(page)
                .header(HttpHeaders.RETRY_AFTER, retryAfter(problem))
                .header(HttpHeaders.CACHE_CONTROL, Freshness.CHECKED.cacheControl())
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    private static Long retryAfter(Problem problem) {
        return problem.timeToWait().map(MyExport::seconds).orElse(null);
    }

    private LoginFormsProvider forms() {
        LoginFormsProvider forms = session.getProvider(LoginFormsProvider.class);
        // Otherwise Keycloak makes an address of the path as it was sent, and fails where that has braces.
        forms.setActionUri(urls.list());
        forms.setAttributeMapper(LocaleChoice.keepingQuery(session));
        return forms.setAttribute("agreementAssets", Assets.CURRENT)
                .setAttribute("agreementsUrl", urls.list().toString());
    }

    /** The tag is taken over all that is sent, so it changes with whatever is shown: texts, state, words, theme. */
    private Response tagged(Response response, String body, Freshness freshness, String vary) {
        EntityTag tag = new EntityTag(TextDigest.of(body));
        Response.ResponseBuilder unchanged = PlainHeaders.unchanged(request, tag);
        return (unchanged == null ? Response.fromResponse(response) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, freshness.cacheControl())
                .header(HttpHeaders.VARY, vary)
                .build();
    }

    private static void allowEveryOrigin() {
        Cors.builder().allowAllOrigins().exposedHeaders(HttpHeaders.ETAG).add();
    }

    private static String serialize(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
