package io.agreements.keycloak.rest.admin.disclosure;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.agreements.keycloak.disclosure.ConcernedUser;
import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.rest.admin.TableField;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;

/** Writes the register of disclosures as CSV (RFC 4180, UTF-8), a line for each user, reading it bit by bit. */
final class DisclosureTable {

    static final int BATCH = 250;

    private static final String[] HEADER = {
        "disclosureId",
        "userId",
        "recipient",
        "ground",
        "data",
        "disclosedAt",
        "reference",
        "notBefore",
        "silenceGround",
        "registeredAt",
        "registeredBy",
        "toldAt",
        "corrects",
        "correctedBy"
    };
    private static final String LINE_END = "\r\n";

    private final IntFunction<List<ConcernedUser>> users;
    private final ZoneId zone;

    /**
     * @param users reads a part of the list, from how many are passed over
     * @param zone in which moments are told
     */
    DisclosureTable(IntFunction<List<ConcernedUser>> users, ZoneId zone) {
        this.users = users;
        this.zone = zone;
    }

    /** Leaves the stream open. */
    void write(OutputStream stream) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        // Closing it would close the stream, which is the server's to close.
        @SuppressWarnings("resource")
        ICSVWriter table = new CSVWriterBuilder(text).withLineEnd(LINE_END).build();
        table.writeNext(HEADER);
        int first = 0;
        List<ConcernedUser> batch;
        do {
            batch = users.apply(first);
            batch.forEach(user -> table.writeNext(row(user)));
            if (table.checkError()) {
                throw new IOException("the table could not be written", table.getException());
            }
            first += batch.size();
        } while (batch.size() == BATCH);
        table.flush();
    }

    private String[] row(ConcernedUser user) {
        Disclosure disclosure = user.disclosure();
        return new String[] {
            TableField.of(disclosure.id()),
            TableField.of(user.userId()),
            TableField.of(disclosure.recipient()),
            TableField.of(disclosure.ground()),
            TableField.of(String.join(", ", disclosure.data())),
            TableField.of(disclosure.disclosedAt(), zone),
            TableField.of(disclosure.reference()),
            TableField.of(disclosure.notBefore(), zone),
            TableField.of(disclosure.silence()),
            TableField.of(disclosure.registeredAt(), zone),
            TableField.of(disclosure.registeredBy()),
            TableField.of(user.toldAt(), zone),
            TableField.of(disclosure.corrects()),
            TableField.of(disclosure.correctedBy())
        };
    }
}
