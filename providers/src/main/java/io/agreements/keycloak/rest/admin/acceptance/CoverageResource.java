package io.agreements.keycloak.rest.admin.acceptance;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.coverage.Counted;
import io.agreements.keycloak.acceptance.coverage.Coverage;
import io.agreements.keycloak.acceptance.coverage.RealmNumbers;
import io.agreements.keycloak.acceptance.user.DecisionHistory;
import io.agreements.keycloak.acceptance.user.VisibleUsers;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.UserVisibility;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** How many users decided what on an agreement, for administrators. */
public final class CoverageResource {

    private final AdminContext admin;
    private final String key;

    public CoverageResource(AdminContext admin, String key) {
        this.admin = admin;
        this.key = key;
    }

    /** How many users stand where, and when they were counted. Needs {@code view-realm} and the right to ask for users. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public CoverageRepresentation get() {
        VisibleUsers visible = requirePermission(admin);
        return of(admin, List.of(admin.agreement(key)), visible).get(0);
    }

    /**
     * On which days the decisions that {@link Coverage} counts were made, those that have lapsed included. Needs
     * {@code view-realm} and the right to ask for users.
     */
    @GET
    @Path("history")
    @Produces(MediaType.APPLICATION_JSON)
    public CoverageHistoryRepresentation history() {
        VisibleUsers visible = requirePermission(admin);
        Agreement agreement = admin.agreement(key);
        Instant now = admin.clock().instant();
        Integer fromVersion = agreement.threshold(now).orElse(null);
        Counted<List<DecisionHistory.Count>> counts = fromVersion == null
                ? new Counted<>(List.of(), now)
                : standings(admin).history(admin.realm(), agreement, fromVersion, visible);
        return CoverageHistoryRepresentation.of(
                fromVersion, DecisionHistory.of(counts.value(), RealmTimeZone.of(admin.realm())), counts.at());
    }

    /** 403 for who may not see agreements, or not ask for users. */
    public static VisibleUsers requirePermission(AdminContext admin) {
        admin.auth().realm().requireViewRealm();
        return UserVisibility.require(admin);
    }

    /** The coverage of each agreement, all counted at one moment; no more statements for many than for one. */
    public static List<CoverageRepresentation> of(
            AdminContext admin, List<Agreement> agreements, VisibleUsers visible) {
        Instant now = admin.clock().instant();
        Counted<RealmNumbers> numbers = standings(admin).numbers(admin.realm(), agreements, visible);
        return agreements.stream()
                .map(agreement -> CoverageRepresentation.of(
                        agreement,
                        Coverage.of(
                                agreement,
                                numbers.value().counts().get(agreement.id()),
                                numbers.value().users(),
                                now),
                        numbers.at()))
                .toList();
    }

    private static AcceptanceProvider standings(AdminContext admin) {
        return admin.session().getProvider(AcceptanceProvider.class);
    }
}
