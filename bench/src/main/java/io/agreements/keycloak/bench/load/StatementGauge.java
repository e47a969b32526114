package io.agreements.keycloak.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that requests have sent to the database so far, as the server's log tells them.
 *
 * @param name which of them
 * @param log of a server that logs its statements
 * @param counted which lines, in lower case
 */
record StatementGauge(String name, Path log, Predicate<String> counted) implements Gauge {

    /** Requests are served by these threads; others have work of their own to do. */
    private static final Pattern OF_REQUEST = Pattern.compile("\\[org\\.hibernate\\.sql] \\(executor-thread-\\d+\\)");

    /** By which a node asks now and then what is new, whatever the number of requests. */
    private static final Pattern LOOK =
            Pattern.compile("changes from agr_agreement|from agr_restriction(?!.*user_id=)");

    /** All of them. */
    static Gauge all(Path log) {
        return new StatementGauge(Reading.STATEMENTS, log, StatementGauge::isOfRequest);
    }

    /** Those that have to do with the tables of the product. */
    static Gauge ours(Path log) {
        return new StatementGauge(Reading.OURS, log, StatementGauge::isOurs);
    }

    static boolean isOfRequest(String line) {
        return OF_REQUEST.matcher(line).find();
    }

    static boolean isOurs(String line) {
        return isOfRequest(line) && line.contains("agr_") && !LOOK.matcher(line).find();
    }

    @Override
    public long now() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(counted)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
