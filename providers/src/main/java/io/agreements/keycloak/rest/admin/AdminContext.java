package io.agreements.keycloak.rest.admin;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.MissingNames;
import io.agreements.keycloak.agreement.StaleEditException;
import io.agreements.keycloak.agreement.StateConflictException;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.agreement.file.ImportInterruptedException;
import io.agreements.keycloak.agreement.file.ImportReport;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.outline.Outline;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.rest.admin.agreement.AgreementRepresentation;
import io.agreements.keycloak.rest.admin.file.ImportRefusalRepresentation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What every administrative resource works with.
 *
 * @param realm the realm administered
 * @param auth what the caller may do there
 * @param clock tells the server's time
 */
public record AdminContext(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissionEvaluator auth,
        AdminEventBuilder adminEvent,
        Clock clock) {

    private static final OutlineReader OUTLINES = new OutlineReader();

    public AgreementProvider agreements() {
        return session.getProvider(AgreementProvider.class);
    }

    /** The agreement as it is stored now; 404 if it is not there. */
    public Agreement agreement(String key) {
        return agreements()
                .stored(realm)
                .find(key)
                .orElseThrow(() -> problem(Response.Status.NOT_FOUND, "There is no agreement " + key + "."));
    }

    /** A user of the realm; null if there is none of this id, as for null and for characters that no id has. */
    public UserModel user(String id) {
        return id == null || id.chars().anyMatch(Character::isISOControl)
                ? null
                : session.users().getUserById(realm, id);
    }

    /** A user of the realm by id or by name; null if there is none. */
    public UserModel userNamed(String idOrName) {
        UserModel user = user(idOrName);
        return user != null || idOrName == null || idOrName.chars().anyMatch(Character::isISOControl)
                ? user
                : session.users().getUserByUsername(realm, idOrName);
    }

    /** A version as it is stored now; 404 if it is not there. */
    public Version version(String key, int number) {
        return agreement(key)
                .version(number)
                .orElseThrow(() ->
                        problem(Response.Status.NOT_FOUND, "The agreement " + key + " has no version " + number + "."));
    }

    /** What is recognised in a text that is stored; 400 if it was kept before it would have been refused. */
    public Outline outline(Text text) {
        String content = agreements().content(text).map(TextBytes::decode).orElseThrow();
        try {
            return OUTLINES.read(content);
        } catch (TextRefusedException e) {
            throw badRequest(text.locale() + ": " + e.getMessage());
        }
    }

    /** An agreement as administrators see it now. */
    public AgreementRepresentation representation(Agreement agreement) {
        return AgreementRepresentation.of(
                agreement, MissingNames.in(session).of(realm, agreement.audience()), clock.instant());
    }

    /** Writes, and turns what stands against it into an answer; then nothing is written. */
    public void write(Runnable change) {
        try {
            change.run();
        } catch (StaleEditException | StateConflictException | CollisionException e) {
            throw rolledBack(Response.Status.CONFLICT, e.getMessage());
        } catch (ModelDuplicateException e) {
            throw rolledBack(
                    Response.Status.CONFLICT, "Somebody else has just added the same. Read it again and repeat.");
        } catch (IllegalArgumentException e) {
            throw rolledBack(Response.Status.BAD_REQUEST, e.getMessage());
        }
    }

    /** Takes files over, and turns what stands against it into an answer; what was written before that stays. */
    public ImportReport importFiles(Import files) {
        List<ImportReport> report = new ArrayList<>();
        write(() -> {
            try {
                report.add(files.run());
            } catch (ImportInterruptedException e) {
                tell(e.report());
                throw e.getCause() instanceof StaleEditException
                                || e.getCause() instanceof IllegalArgumentException
                                || e.getCause() instanceof ModelDuplicateException
                        ? new StateConflictException(e.getMessage())
                        : e;
            } catch (AgreementFileException e) {
                session.getTransactionManager().setRollbackOnly();
                throw new ErrorResponseException(Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(ImportRefusalRepresentation.of(e))
                        .build());
            } catch (IOException e) {
                throw new IllegalArgumentException("The archive did not arrive whole.", e);
            }
        });
        return report.get(0);
    }

    /** The request's own transaction is not going to be committed. */
    private void tell(ImportReport report) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
            own.getContext().setRealm(own.realms().getRealm(realm.getId()));
            adminEvent
                    .clone(own)
                    .resource(AgreementsAdminResource.RESOURCE_TYPE)
                    .operation(OperationType.ACTION)
                    .resourcePath(session.getContext().getUri())
                    .representation(report)
                    .success();
        });
    }

    public interface Import {
        ImportReport run() throws AgreementFileException, IOException;
    }

    /** Checks, and turns what is wrong into an answer. */
    public static void check(Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw badRequest(e.getMessage());
        }
    }

    /** 400 if the request has none. */
    public static void requireBody(Object body) {
        if (body == null) {
            throw badRequest("The request has no body. Send JSON as application/json.");
        }
    }

    /** The edits the caller has seen; 400 if they are not said. */
    public static int requireEdits(Integer edits) {
        if (edits == null) {
            throw badRequest("edits must be given, as it was read with what is to be changed");
        }
        return edits;
    }

    /** Tells Keycloak's admin events of a change; the caller adds path and representation. */
    public AdminEventBuilder event(String resourceType, OperationType operation) {
        return adminEvent.resource(resourceType).operation(operation);
    }

    public static ErrorResponseException badRequest(String message) {
        return problem(Response.Status.BAD_REQUEST, message);
    }

    public static ErrorResponseException conflict(String message) {
        return problem(Response.Status.CONFLICT, message);
    }

    public static ErrorResponseException problem(Response.Status status, String message) {
        return ErrorResponse.error(message, status);
    }

    private ErrorResponseException rolledBack(Response.Status status, String message) {
        session.getTransactionManager().setRollbackOnly();
        return problem(status, message);
    }
}
