package io.agreements.keycloak.bench.tasks;

import io.agreements.keycloak.testing.documents.MarkdownDocument;
import io.agreements.keycloak.testing.documents.Step;
import io.agreements.keycloak.testing.server.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The table of records divided by the statements that the documents give for it, while no server runs. */
final class TableDivision {
    private static final String DOCUMENT = "docs/scale.md";
    private static final String SECTION = "divide-the-table";

    /** The last one takes the old table away, with servers running again. */
    private static final int WHILE_STOPPED = 3;

    private static final double NANOS_OF_A_MINUTE = 60e9;
    private static final double MILLION = 1e6;

    private final Database database;
    private final List<String> statements;

    TableDivision(Database database, List<String> statements) {
        this.database = database;
        this.statements = statements;
    }

    /**
     * By the documents of the project.
     *
     * @param realm which of them has partitions of its own
     */
    static TableDivision of(Path project, Database database, TaskRealm realm) {
        List<String> statements = MarkdownDocument.read(project, DOCUMENT).section(SECTION).stream()
                .filter(step -> step.language().equals("sql"))
                .map(Step::code)
                .map(code -> code.replace("name = 'shop'", "name = '" + realm.name() + "'"))
                .limit(WHILE_STOPPED)
                .toList();
        if (statements.size() < WHILE_STOPPED) {
            throw new IllegalStateException(DOCUMENT + " does not say how to divide the table");
        }
        return new TableDivision(database, statements);
    }

    /** How many minutes it takes for each million records, as far as those that are there tell. */
    double minutesForAMillion() {
        long records = database.count("select count(*) from agr_record");
        long started = System.nanoTime();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table was not divided", e);
        }
        return (System.nanoTime() - started) / NANOS_OF_A_MINUTE * MILLION / records;
    }
}
