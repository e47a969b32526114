package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.account.export.DataExport;
import io.agreements.keycloak.account.export.ExportStart;
import io.agreements.keycloak.account.export.ExportView;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.page.PageMessages;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Everything that is kept of a user, to download. */
public final class MyExport {

    public static final String ZIP = "application/zip";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    public MyExport(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Puts the download on record.
     *
     * @return empty if it may begin; otherwise how long to wait
     */
    public Optional<Duration> begin(Method method, String clientId, String sessionId) {
        return new ExportStart(session, clock).begin(realm, user, method, clientId, sessionId);
    }

    /** The answer, which is read while it is sent. */
    public Response download() {
        PageMessages messages =
                PageMessages.of(session, realm, session.getContext().resolveLocale(user));
        ExportView view = new ExportView(
                messages::get,
                messages.date(clock.instant()),
                MyRecordRepresentation::of,
                MyDeletionRepresentation::of);
        DataExport export = new DataExport(session, user, view, clock);
        return Response.ok((StreamingOutput) stream -> write(export, stream), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** In whole seconds, as headers want it; never too few. */
    public static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** The request's own transaction ends here: it has nothing to write, and would last as long as the reader takes. */
    private void write(DataExport export, OutputStream stream) throws IOException {
        session.getTransactionManager().commit();
        export.write(stream);
    }

    private String fileName() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), RealmTimeZone.of(realm));
        return "my-data-" + realm.getName().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + day + ".zip";
    }
}
