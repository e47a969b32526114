package io.agreements.keycloak.acceptance.legacy;

import com.opencsv.CSVParserBuilder;
import com.opencsv.ICSVParser;
import io.agreements.keycloak.agreement.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Acceptances in a CSV: {@code user,acceptedAt} or {@code user,acceptedAt,locale}, with that header, in UTF-8. A field has
 * no line end, so each line stands for itself, and one that is wrong leaves the next as it is.
 */
public final class CsvSource implements LegacySource {

    private static final List<String> COLUMNS = List.of("user", "acceptedAt", "locale");
    private static final int LEAST_COLUMNS = 2;
    private static final int LONGEST_LINE = 2000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ICSVParser parser =
            new CSVParserBuilder().withEscapeChar(ICSVParser.NULL_CHARACTER).build();
    private final byte[] content;
    private final ZoneId zone;
    private final int columns;
    private int position;
    private long line;

    /**
     * @param zone in which a date begins that has no time
     * @throws IllegalArgumentException if the header is missing
     */
    public CsvSource(byte[] content, ZoneId zone) {
        this.content = content.clone();
        this.zone = zone;
        this.columns = readHeader();
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public long size(KeycloakSession session, RealmModel realm) {
        long lines = 0;
        for (int start = position; start < content.length; start = endOfLine(start) + 1) {
            lines++;
        }
        return lines;
    }

    @Override
    public List<LegacyAcceptance> next(KeycloakSession session, RealmModel realm, int max) {
        List<LegacyAcceptance> acceptances = new ArrayList<>();
        while (acceptances.size() < max && position < content.length) {
            byte[] bytes = readLine();
            acceptances.add(toAcceptance(bytes));
        }
        return acceptances;
    }

    private int readHeader() {
        Optional<List<String>> header = position < content.length
                ? decode(readLine())
                        .filter(text -> text.length() <= LONGEST_LINE)
                        .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                        .flatMap(this::fields)
                : Optional.empty();
        return header.filter(names -> names.size() >= LEAST_COLUMNS
                        && names.size() <= COLUMNS.size()
                        && names.equals(COLUMNS.subList(0, names.size())))
                .map(List::size)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The first line must read user,acceptedAt or user,acceptedAt,locale"));
    }

    private byte[] readLine() {
        int start = position;
        int end = endOfLine(start);
        position = end + 1;
        line++;
        boolean windows = end > start && content[end - 1] == '\r';
        return Arrays.copyOfRange(content, start, windows ? end - 1 : end);
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end;
    }

    private LegacyAcceptance toAcceptance(byte[] bytes) {
        if (bytes.length > LONGEST_LINE) {
            return wrong(null, "has more than " + LONGEST_LINE + " bytes");
        }
        Optional<String> text = decode(bytes);
        if (text.isEmpty()) {
            return wrong(null, "is not UTF-8");
        }
        if (text.get().isBlank()) {
            return wrong(null, "is blank");
        }
        try {
            Limits.requireLines("it", text.get());
        } catch (IllegalArgumentException e) {
            return wrong(null, e.getMessage());
        }
        return fields(text.get())
                .map(this::toAcceptance)
                .orElseGet(() -> wrong(null, "has a quotation mark without its counterpart"));
    }

    private LegacyAcceptance toAcceptance(List<String> fields) {
        if (fields.size() != columns) {
            return wrong(null, "has " + fields.size() + " fields instead of " + columns);
        }
        try {
            for (int column = 0; column < columns; column++) {
                Limits.requireLine(COLUMNS.get(column), fields.get(column));
            }
        } catch (IllegalArgumentException e) {
            return wrong(null, e.getMessage());
        }
        String user = fields.get(0);
        if (user.isEmpty()) {
            return wrong(null, "names no user");
        }
        Optional<Instant> acceptedAt = LegacyTime.parse(fields.get(1), zone);
        if (acceptedAt.isEmpty()) {
            return wrong(user, "acceptedAt is no time: " + Excerpt.of(fields.get(1)));
        }
        String locale = columns < COLUMNS.size() || fields.get(2).isEmpty() ? null : fields.get(2);
        return new LegacyAcceptance(line, user, acceptedAt.get(), locale, null);
    }

    private LegacyAcceptance wrong(String user, String problem) {
        return LegacyAcceptance.wrong(line, user, problem);
    }

    private Optional<List<String>> fields(String text) {
        try {
            return Optional.of(
                    Arrays.stream(parser.parseLine(text)).map(String::strip).toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
