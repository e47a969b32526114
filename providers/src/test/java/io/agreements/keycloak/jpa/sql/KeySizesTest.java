package io.agreements.keycloak.jpa.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.ChangelogSql;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many bytes an entry of an index and a row may have, where every word is as long as it may be. */
final class KeySizesTest {

    private static final Pattern SIZED = Pattern.compile("(\\w+) ?\\((\\d+).*");

    /** Of a type that has none in parentheses, none is larger. */
    private static final int NUMBER = 22;

    /** Of a text or bytes that are kept apart, in the row. */
    private static final int POINTER = 12;

    /** Of a primary key, by which SQL Server keeps the rows themselves. */
    private static final int SQL_SERVER_CLUSTERED = 900;

    private static final int MYSQL_ROW = 65_535;
    private static final int BYTES_OF_CHARACTER = 4;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Product.class)
    void everyKeyHasRoomForTheLongestWords(Product product) throws Exception {
        ChangelogSql sql = ChangelogSql.of(product.liquibase(), directory);
        Map<String, Map<String, String>> tables = sql.tables();

        assertThat(sql.keys()).hasSizeGreaterThan(tables.size()).allSatisfy(key -> {
            Map<String, String> columns = tables.get(key.table());
            assertThat(columns.keySet()).containsAll(key.columns());
            assertThat(key.columns().stream()
                            .mapToInt(column -> bytes(product, columns.get(column)))
                            .sum())
                    .as(key.sql())
                    .isLessThanOrEqualTo(most(product, key));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"MYSQL", "MARIADB"})
    void everyRowHasRoomForTheLongestWords(Product product) throws Exception {
        Map<String, Map<String, String>> tables =
                ChangelogSql.of(product.liquibase(), directory).tables();

        assertThat(tables)
                .isNotEmpty()
                .allSatisfy((table, columns) -> assertThat(columns.values().stream()
                                .mapToInt(type -> bytes(product, type))
                                .sum())
                        .as(table)
                        .isLessThanOrEqualTo(MYSQL_ROW));
    }

    private static int most(Product product, ChangelogSql.Key key) {
        return product == Product.SQL_SERVER && key.sql().contains("PRIMARY KEY")
                ? SQL_SERVER_CLUSTERED
                : product.longestKey();
    }

    private static int bytes(Product product, String type) {
        Matcher sized = SIZED.matcher(type.toLowerCase(Locale.ROOT));
        if (!sized.matches()) {
            return type.matches("(?i).*(?:lob|text|max|bytea).*") ? POINTER : NUMBER;
        }
        String name = sized.group(1);
        int length = Integer.parseInt(sized.group(2));
        if (name.contains("binary") || name.equals("raw")) {
            return length;
        } else if (!name.contains("char")) {
            return NUMBER;
        }
        return length * bytesOfCharacter(product, name);
    }

    /** SQL Server counts two bytes of what is national, and a byte else. */
    private static int bytesOfCharacter(Product product, String type) {
        if (product != Product.SQL_SERVER) {
            return BYTES_OF_CHARACTER;
        }
        return type.startsWith("n") ? 2 : 1;
    }
}
