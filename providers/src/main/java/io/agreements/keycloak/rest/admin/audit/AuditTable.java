package io.agreements.keycloak.rest.admin.audit;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.agreements.keycloak.rest.admin.TableField;
import io.agreements.keycloak.rest.admin.audit.AuditRepresentation.FigureRepresentation;
import io.agreements.keycloak.rest.admin.audit.AuditRepresentation.FigureSection;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** The figures of a year as CSV (RFC 4180), a line for each, below what has to be known of all of them. */
final class AuditTable {

    private static final String LINE_END = "\r\n";
    private static final String[] HEADER = {
        "section",
        "name",
        "of",
        "label",
        "subject",
        "unit",
        "value",
        "gap",
        "table",
        "rows",
        "from",
        "until",
        "countedFrom",
        "asOf"
    };

    private static final String NOTE = "NOTE";
    private static final int LABEL = List.of(HEADER).indexOf("label");

    private AuditTable() {}

    static String of(AuditRepresentation audit) {
        StringWriter text = new StringWriter();
        ICSVWriter table = new CSVWriterBuilder(text).withLineEnd(LINE_END).build();
        table.writeNext(HEADER);
        audit.notes().forEach(note -> table.writeNext(row(note)));
        for (FigureSection section : audit.sections()) {
            section.figures().forEach(figure -> table.writeNext(row(section, figure)));
        }
        table.flushQuietly();
        return text.toString();
    }

    private static String[] row(String note) {
        String[] row = new String[HEADER.length];
        Arrays.fill(row, "");
        row[0] = NOTE;
        row[LABEL] = TableField.of(note);
        return row;
    }

    private static String[] row(FigureSection section, FigureRepresentation figure) {
        return new String[] {
            section.section().name(),
            figure.name().name(),
            TableField.of(String.join(" ", figure.of().values())),
            TableField.of(figure.label()),
            TableField.of(figure.subject()),
            figure.unit().name(),
            TableField.of(figure.value()),
            TableField.of(figure.gap()),
            TableField.of(figure.countedFrom().table()),
            TableField.of(figure.countedFrom().rows()),
            TableField.of(figure.countedFrom().from()),
            TableField.of(figure.countedFrom().until()),
            TableField.of(figure.countedFrom().words()),
            TableField.of(figure.asOf())
        };
    }
}
