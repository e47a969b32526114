package io.agreements.keycloak.rest.admin.user;

import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Subject;
import io.agreements.keycloak.acceptance.obligation.Subjects;
import io.agreements.keycloak.account.deletion.DeletionRequestProvider;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.deletion.DeletionRequestRepresentation;
import io.agreements.keycloak.rest.admin.user.UserAgreementsRepresentation.StandingRepresentation;
import io.agreements.keycloak.rest.admin.user.UserAgreementsRepresentation.UserAgreement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Where single users stand with the agreements of a realm, for administrators. */
public final class UserAgreementsResource {

    private final AdminContext admin;

    public UserAgreementsResource(AdminContext admin) {
        this.admin = admin;
    }

    /**
     * What a user decided and is asked at the next sign-in. An agreement for some clients is taken as if the user signed in
     * to one of them. Needs the right to view that user.
     *
     * @return 404 if the user is not there
     */
    @GET
    @Path("{userId}")
    @Produces(MediaType.APPLICATION_JSON)
    public UserAgreementsRepresentation get(@PathParam("userId") String userId) {
        UserModel user = admin.user(userId);
        if (user == null) {
            // Who may not ask for users is not told which there are.
            admin.auth().users().requireQuery();
            throw AdminContext.problem(Response.Status.NOT_FOUND, "There is no user " + userId + ".");
        }
        admin.auth().users().requireView(user);
        Instant now = admin.clock().instant();
        Catalogue catalogue = admin.agreements().stored(admin.realm());
        Standings standings = Standings.of(admin.session(), admin.realm(), user, catalogue, now);
        List<UserAgreement> agreements = catalogue.agreements().stream()
                .filter(agreement ->
                        agreement.isPublished() || standings.on(agreement.id()).isPresent())
                .map(agreement -> userAgreement(agreement, user, standings, now))
                .toList();
        return new UserAgreementsRepresentation(user.getId(), user.getUsername(), agreements, deletion(user));
    }

    /** All records of one user, for a court. */
    @Path("{userId}/evidence")
    public EvidenceResource evidence(@PathParam("userId") String userId) {
        return new EvidenceResource(admin, userId);
    }

    private DeletionRequestRepresentation deletion(UserModel user) {
        return admin.session()
                .getProvider(DeletionRequestProvider.class)
                .queued(admin.realm(), user.getId())
                .map(DeletionRequestRepresentation::of)
                .orElse(null);
    }

    private UserAgreement userAgreement(Agreement agreement, UserModel user, Standings standings, Instant now) {
        Obligations obligations =
                Obligations.of(new Catalogue(null, List.of(agreement)), standings, subject(agreement, user), now);
        return new UserAgreement(
                agreement.key(),
                title(agreement, now),
                agreement.requirement(),
                standings.on(agreement.id()).map(StandingRepresentation::of).orElse(null),
                number(obligations.required().stream()),
                number(Stream.concat(obligations.offered().stream(), obligations.optional().stream())));
    }

    private Subject subject(Agreement agreement, UserModel user) {
        Audience audience = agreement.audience();
        String clientId = audience.type() == Audience.Type.CLIENTS
                ? audience.names().iterator().next()
                : null;
        return Subjects.of(admin.session(), admin.realm(), user, clientId);
    }

    private String title(Agreement agreement, Instant now) {
        Locale reader = admin.session().getContext().getHttpRequest().getHttpHeaders().getAcceptableLanguages().stream()
                .filter(locale -> !locale.getLanguage().equals("*"))
                .findFirst()
                .orElseGet(() -> Locale.forLanguageTag(agreement.bindingLocale()));
        return agreement
                .inForce(now)
                .or(() -> agreement.versions().stream().reduce((older, newer) -> newer))
                .filter(version -> !version.texts().isEmpty())
                .map(version ->
                        version.textFor(reader, agreement.bindingLocale()).title())
                .orElse(null);
    }

    private static Integer number(Stream<Obligation> obligations) {
        return obligations
                .findFirst()
                .map(Obligation::version)
                .map(Version::number)
                .orElse(null);
    }
}
