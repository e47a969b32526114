package io.agreements.keycloak.rest.admin.statistics;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import io.agreements.keycloak.rest.admin.TableField;
import io.agreements.keycloak.rest.admin.statistics.StatisticsRepresentation.Group;
import io.agreements.keycloak.rest.admin.statistics.StatisticsRepresentation.PeriodOfDays;
import java.io.StringWriter;

/** Statistics as CSV (RFC 4180). */
final class StatisticsTable {

    private static final String[] HEADER = {
        "measure", "agreement", "dimension", "first", "last", "value", "other", "users"
    };

    private StatisticsTable() {}

    static String of(StatisticsRepresentation statistics) {
        StringWriter text = new StringWriter();
        ICSVWriter table = new CSVWriterBuilder(text).withLineEnd("\r\n").build();
        table.writeNext(HEADER);
        for (PeriodOfDays period : statistics.periods()) {
            for (Group cell : period.cells()) {
                table.writeNext(row(statistics, period, cell));
            }
        }
        table.flushQuietly();
        return text.toString();
    }

    private static String[] row(StatisticsRepresentation statistics, PeriodOfDays period, Group cell) {
        return new String[] {
            statistics.measure().name(),
            TableField.of(statistics.agreement()),
            statistics.dimension().name(),
            period.first(),
            period.last(),
            TableField.of(cell.value()),
            String.valueOf(cell.other()),
            String.valueOf(cell.users())
        };
    }
}
