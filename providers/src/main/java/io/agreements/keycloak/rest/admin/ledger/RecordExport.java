package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneId;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** All records that were asked for, as a file that is written while they are read. That somebody took it is an admin event. */
final class RecordExport {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    static final String RESOURCE_TYPE = "AGREEMENT_RECORDS";

    /** How many are in memory at once. */
    private static final int BATCH = 1_000;

    private final AdminContext admin;

    RecordExport(AdminContext admin) {
        this.admin = admin;
    }

    Response table(RecordsAsked asked) {
        ZoneId zone = RealmTimeZone.of(admin.realm());
        RecordTable table = new RecordTable(reading(asked), zone);
        return file(table::write, CSV + ";charset=UTF-8;header=present", "csv");
    }

    Response lines(RecordsAsked asked) {
        return file(new RecordLines(reading(asked))::write, NDJSON, "ndjson");
    }

    /** Each batch in a session and a transaction of its own. */
    private RecordReading reading(RecordsAsked asked) {
        KeycloakSessionFactory sessions = admin.session().getKeycloakSessionFactory();
        KeycloakContext context = admin.session().getContext();
        return new RecordReading(
                part -> KeycloakModelUtils.<FoundRecords>runJobInTransactionWithResult(
                        sessions,
                        context,
                        own -> own.getProvider(LedgerProvider.class)
                                .search(own.getContext().getRealm(), part),
                        "part of the records"),
                asked.query(admin, BATCH));
    }

    /** The request's own transaction ends before it is written: it would last as long as the reader takes. */
    private Response file(StreamingOutput file, String type, String ending) {
        admin.event(RESOURCE_TYPE, OperationType.ACTION)
                .resourcePath(admin.session().getContext().getUri())
                .success();
        return Response.ok(
                        (StreamingOutput) stream -> {
                            admin.session().getTransactionManager().commit();
                            file.write(stream);
                        },
                        type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"records." + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
