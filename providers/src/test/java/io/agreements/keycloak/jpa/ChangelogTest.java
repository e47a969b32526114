package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.jpa.ledger.record.ConnectionEntity;
import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.database.core.H2Database;
import liquibase.database.core.MSSQLDatabase;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.OracleDatabase;
import liquibase.database.core.PostgresDatabase;
import org.hibernate.annotations.Nationalized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL that makes the tables, as Liquibase writes it for each database. */
final class ChangelogTest {

    /** What Oracle had before its release 12.2. */
    private static final int LONGEST_NAME = 30;

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:PUBLIC\\.)?(\\w+) \\((.*)\\);");
    private static final Pattern ADDED =
            Pattern.compile("ALTER TABLE (?:PUBLIC\\.)?(\\w+) ADD (?!CONSTRAINT|PRIMARY)(.*);");
    private static final Pattern NAME = Pattern.compile("\\b(?:AGR|PK|UK|IDX)_\\w+");
    private static final Pattern LENGTH = Pattern.compile("\\b(N?)VARCHAR2\\((\\d+)\\)");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb", "mysql", "oracle", "mssql"})
    void everyDatabaseHasAColumnForEachOfAnEntity(String product) throws Exception {
        String sql = sql(product);

        assertThat(entities()).allSatisfy(entity -> {
            String columns = columns(sql, entity);
            assertThat(mapped(entity))
                    .allSatisfy(field -> assertThat(columns)
                            .containsPattern("(?:^|, )"
                                    + field.getAnnotation(Column.class).name() + " "));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb", "mysql", "oracle", "mssql"})
    void noNameIsLongerThanEveryDatabaseTakes(String product) throws Exception {
        assertThat(NAME.matcher(sql(product)).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(LONGEST_NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void whatPeopleWriteHasRoomForEveryCharacterWhereNationalCharactersAreOnlySome(String product) throws Exception {
        String sql = sql(product);

        assertThat(sql).doesNotContain("NVARCHAR", "NCLOB", "NATIONAL");
        assertThat(entities())
                .allSatisfy(entity -> assertThat(
                                mapped(entity).filter(field -> field.isAnnotationPresent(Nationalized.class)))
                        .allSatisfy(field -> assertThat(columns(sql, entity))
                                .containsPattern("(?:^|, )"
                                        + field.getAnnotation(Column.class).name()
                                        + " (?:VARCHAR\\(\\d+\\)|LONGTEXT) CHARACTER SET utf8mb4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void idsOfUsersAreComparedExactlyWhereWordsAreNot(String product) throws Exception {
        assertThat(sql(product)
                        .lines()
                        .filter(line -> line.contains(" USER_ID VARCHAR") || line.contains("(USER_ID V")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("USER_ID VARCHAR(255) BINARY"));
    }

    @Test
    void oracleHasRoomForEveryLength() throws Exception {
        assertThat(LENGTH.matcher(sql("oracle")).results())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Integer.parseInt(type.group(2)))
                        .isLessThanOrEqualTo(type.group(1).isEmpty() ? 4000 : 2000));
    }

    /** Then a record that was found does not have to be written anew, with all its indexes. */
    @Test
    void whatExpiresIsApartFromRecordsAndInTheOrderInWhichItDoes() throws Exception {
        String sql = sql("postgresql");

        assertThat(columns(sql, RecordEntity.class)).doesNotContain("IP_ADDRESS", "USER_AGENT", "CONNECTION_SALT");
        assertThat(columns(sql, ConnectionEntity.class)).contains("IP_ADDRESS", "USER_AGENT", "CONNECTION_SALT");
        assertThat(sql).contains("PRIMARY KEY (REALM_KEY, OCCURRED_AT, RECORD_ID)");
    }

    @Test
    void noColumnIsNamedByAWordThatADatabaseKeepsForItself() {
        List<liquibase.database.Database> databases = List.of(
                new H2Database(),
                new PostgresDatabase(),
                new MariaDBDatabase(),
                new MySQLDatabase(),
                new OracleDatabase(),
                new MSSQLDatabase());

        assertThat(entities().flatMap(ChangelogTest::mapped)).isNotEmpty().allSatisfy(field -> {
            String column = field.getAnnotation(Column.class).name();
            assertThat(databases).noneMatch(database -> database.isReservedWord(column.toUpperCase(Locale.ROOT)));
        });
    }

    private String sql(String product) throws Exception {
        return ChangelogSql.of(product, directory).text();
    }

    private static String columns(String sql, Class<?> entity) {
        String name = entity.getAnnotation(Table.class).name();
        String created = TABLE.matcher(sql)
                .results()
                .filter(table -> table.group(1).equals(name))
                .map(table -> table.group(2))
                .findFirst()
                .orElseThrow();
        return ADDED.matcher(sql)
                .results()
                .filter(table -> table.group(1).equals(name))
                .map(table -> table.group(2))
                .reduce(created, (some, more) -> some + ", " + more);
    }

    private static Stream<Class<?>> entities() {
        return new AgreementsJpaEntityProviderFactory().create(null).getEntities().stream();
    }

    private static Stream<Field> mapped(Class<?> entity) {
        return Stream.of(entity.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Column.class));
    }
}
