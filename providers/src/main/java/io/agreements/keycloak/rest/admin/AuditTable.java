package io.agreements.keycloak.rest.admin;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.agreements.keycloak.rest.admin.AuditRepresentation.FigureRepresentation;
import io.agreements.keycloak.rest.admin.AuditRepresentation.FigureSection;
import java.io.StringWriter;

/** The figures of a year as CSV (RFC 4180), a line for each. */
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

    private AuditTable() {}

    static String of(AuditRepresentation audit) {
        StringWriter text = new StringWriter();
        ICSVWriter table = new CSVWriterBuilder(text).withLineEnd(LINE_END).build();
        table.writeNext(HEADER);
        for (FigureSection section : audit.sections()) {
            section.figures().forEach(figure -> table.writeNext(row(section, figure)));
        }
        table.flushQuietly();
        return text.toString();
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
