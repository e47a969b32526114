package io.agreements.keycloak.rest.admin.acceptance;

import io.agreements.keycloak.acceptance.renewal.RenewalRequests;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.conduct.Imposed;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/** Has users accept an agreement again, for administrators. */
public final class RenewalRequestsResource {

    private static final String RESOURCE_TYPE = "AGREEMENT_RENEWAL";
    private static final int MOST = 100;

    private final AdminContext admin;
    private final String key;

    public RenewalRequestsResource(AdminContext admin, String key) {
        this.admin = admin;
        this.key = key;
    }

    /**
     * Asks users to accept again at their next sign-in, for a reason that they are shown. Needs the right to manage each of
     * them; 400 for an optional agreement.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RenewalReportRepresentation make(RenewalRequestRepresentation wanted) {
        admin.auth().requireAnyAdminRole();
        AdminContext.requireBody(wanted);
        Map<String, UserModel> users = users(wanted.userIds());
        Agreement agreement = admin.agreement(key);
        List<String> asked = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        admin.write(() -> {
            Limits.requireLines("reason", wanted.reason());
            RenewalRequests requests = new RenewalRequests(admin.session(), admin.clock());
            users.forEach((id, user) -> {
                boolean done = user != null
                        && !isClosed(user)
                        && requests.make(admin.realm(), agreement, user, wanted.reason(), administrator());
                (done ? asked : passedOver).add(id);
            });
        });
        asked.forEach(id -> admin.adminEvent()
                .clone(admin.session())
                .resource(RESOURCE_TYPE)
                .operation(OperationType.CREATE)
                .resourcePath("agreements", key, "renewal-requests", id)
                .success());
        return new RenewalReportRepresentation(asked, passedOver);
    }

    /**
     * Has a user not asked any more; what was accepted before does again. Needs the right to manage that user; 404 if nobody
     * has the user asked, or the user has answered meanwhile.
     */
    @DELETE
    @Path("{userId}")
    public void takeBack(@PathParam("userId") String userId) {
        admin.auth().requireAnyAdminRole();
        UserModel user = users(List.of(userId)).get(userId);
        Agreement agreement = admin.agreement(key);
        AtomicBoolean done = new AtomicBoolean();
        admin.write(() -> done.set(user != null
                && new RenewalRequests(admin.session(), admin.clock()).takeBack(admin.realm(), agreement, user)));
        if (!done.get()) {
            throw AdminContext.problem(
                    Response.Status.NOT_FOUND, "Nobody has the user " + userId + " asked again about " + key + ".");
        }
        admin.event(RESOURCE_TYPE, OperationType.DELETE)
                .resourcePath("agreements", key, "renewal-requests", userId)
                .success();
    }

    /** Who may not manage users is not told which there are. */
    private Map<String, UserModel> users(List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw AdminContext.badRequest("userIds must be given, 1 to " + MOST + " of them");
        }
        Map<String, UserModel> users = new LinkedHashMap<>();
        if (ids.stream().anyMatch(Objects::isNull)) {
            throw AdminContext.badRequest("userIds must have ids only");
        }
        for (String id : ids) {
            UserModel user = admin.user(id);
            if (user == null) {
                admin.auth().users().requireManage();
            } else {
                admin.auth().users().requireManage(user);
            }
            users.put(id, user);
        }
        return users;
    }

    /** Who does not get in any more cannot answer. */
    private boolean isClosed(UserModel user) {
        return Imposed.effect(
                        Imposed.on(admin.session(), admin.realm(), user, admin.clock())
                                .blocking(null),
                        admin.clock().instant())
                == Effect.TERMINATED;
    }

    private String administrator() {
        return admin.session().getContext().getUser().getId();
    }
}
