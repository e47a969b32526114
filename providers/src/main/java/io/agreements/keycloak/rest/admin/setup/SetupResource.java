package io.agreements.keycloak.rest.admin.setup;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.setup.Plan;
import io.agreements.keycloak.setup.Setup;
import io.agreements.keycloak.setup.page.SamplePages;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What a realm needs so that agreements do their work there, for administrators. Nothing is changed that was not shown. */
public final class SetupResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_SETUP";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final Clock clock;

    public SetupResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            Clock clock) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.clock = clock;
    }

    /**
     * How the realm meets each condition, and what would be changed. Needs {@code view-realm}.
     *
     * @param condition ids of the conditions to tell; all if none is named
     * @param takeBack {@code true} for what taking all back would change
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SetupRepresentation get(
            @QueryParam("condition") List<String> condition,
            @QueryParam("takeBack") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) String takeBack) {
        auth.realm().requireViewRealm();
        Setup setup = setup();
        boolean back = Boolean.TRUE.equals(Parameters.flag("takeBack", takeBack));
        List<String> ids = ids(setup, condition);
        if (back && ids.size() < setup.ids().size()) {
            throw badRequest("takeBack is of all conditions: leave condition out");
        }
        return words().representation(setup, back ? setup.takingBack() : setup.mending(ids));
    }

    /**
     * Makes the changes that were shown, and answers as {@code GET} does then; 409 if they would be others by now. Needs
     * {@code manage-realm}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public SetupRepresentation mend(SetupRequest wanted) {
        auth.realm().requireManageRealm();
        if (wanted == null) {
            throw badRequest("The request has no body. Send JSON as application/json.");
        }
        Setup setup = setup();
        make(setup.mending(ids(setup, wanted.conditions())), wanted.fingerprint());
        return now();
    }

    /**
     * Takes back all that realm and users have of the product and that would stand in somebody's way without its jars, as it
     * was shown, and answers as {@code GET} does then; 409 if it would be something else by now. Needs {@code manage-realm}.
     *
     * @param fingerprint of the plan that was shown
     */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public SetupRepresentation takeBack(@QueryParam("fingerprint") String fingerprint) {
        auth.realm().requireManageRealm();
        make(setup().takingBack(), fingerprint);
        return now();
    }

    /** The pages on which users decide. */
    @Path("pages")
    public PagesResource pages() {
        return new PagesResource(
                auth,
                new SamplePages(
                        session,
                        realm,
                        session.getProvider(AgreementProvider.class).stored(realm),
                        clock.instant()));
    }

    private void make(Plan plan, String shown) {
        if (shown == null || shown.isEmpty()) {
            throw badRequest("fingerprint must be given, as it was read with the changes");
        }
        if (!plan.fingerprint().equals(shown)) {
            throw conflict("What would be changed is something else by now. Read it again and repeat.");
        }
        SetupWords words = words();
        try {
            plan.parts()
                    .forEach(part -> part.changes().forEach(change -> {
                        change.deed().run();
                        adminEvent
                                .clone(session)
                                .resource(RESOURCE_TYPE)
                                .operation(OperationType.UPDATE)
                                .resourcePath(session.getContext().getUri(), part.id())
                                .representation(new MadeChange(part.id(), words.words(change.sentence())))
                                .success();
                    }));
        } catch (ModelDuplicateException e) {
            session.getTransactionManager().setRollbackOnly();
            throw conflict("Somebody else has changed the same at this moment. Read it again and repeat.");
        }
    }

    private SetupRepresentation now() {
        Setup setup = setup();
        return words().representation(setup, setup.mending(setup.ids()));
    }

    private Setup setup() {
        return Setup.of(session, realm, clock.instant());
    }

    private SetupWords words() {
        return new SetupWords(session, realm);
    }

    private static List<String> ids(Setup setup, List<String> named) {
        if (named == null || named.isEmpty()) {
            return setup.ids();
        }
        if (!setup.ids().containsAll(named.stream().map(String::valueOf).toList())) {
            throw badRequest("condition must be among " + String.join(", ", setup.ids()));
        }
        return named;
    }

    private static ErrorResponseException badRequest(String message) {
        return ErrorResponse.error(message, Response.Status.BAD_REQUEST);
    }

    private static ErrorResponseException conflict(String message) {
        return ErrorResponse.error(message, Response.Status.CONFLICT);
    }

    /**
     * What an admin event tells.
     *
     * @param condition its id
     * @param change in words
     */
    record MadeChange(String condition, String change) {}
}
