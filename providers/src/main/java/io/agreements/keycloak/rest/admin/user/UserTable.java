package io.agreements.keycloak.rest.admin.user;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.rest.admin.TableField;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** Writes users and their decisions as CSV (RFC 4180, UTF-8), reading no more of them at once than it has to. */
final class UserTable {

    private static final String[] HEADER = {
        "userId", "username", "firstName", "lastName", "email", "version", "decision", "locale", "decidedAt"
    };
    private static final String LINE_END = "\r\n";

    private final Function<Slice, List<UserDecision>> users;
    private final int batch;
    private final ZoneId zone;

    /**
     * @param users reads a part of the list
     * @param batch how many at once
     * @param zone in which moments are told
     */
    UserTable(Function<Slice, List<UserDecision>> users, int batch, ZoneId zone) {
        this.users = users;
        this.batch = batch;
        this.zone = zone;
    }

    /** Leaves the stream open. */
    void write(OutputStream stream) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        // Closing it would close the stream, which is the server's to close.
        @SuppressWarnings("resource")
        ICSVWriter table = new CSVWriterBuilder(text).withLineEnd(LINE_END).build();
        table.writeNext(HEADER);
        Slice slice = Slice.from(0, batch);
        List<UserDecision> read;
        do {
            read = users.apply(slice);
            read.forEach(user -> table.writeNext(row(user)));
            if (table.checkError()) {
                throw new IOException("the table could not be written", table.getException());
            }
            slice = read.isEmpty() ? slice : Slice.after(read.get(read.size() - 1), batch);
        } while (read.size() == batch);
        table.flush();
    }

    private String[] row(UserDecision user) {
        return new String[] {
            TableField.of(user.userId()),
            TableField.of(user.username()),
            TableField.of(user.name().firstName()),
            TableField.of(user.name().lastName()),
            TableField.of(user.name().email()),
            TableField.of(user.versionNumber()),
            TableField.of(user.decision()),
            TableField.of(user.locale()),
            TableField.of(user.decidedAt(), zone)
        };
    }
}
