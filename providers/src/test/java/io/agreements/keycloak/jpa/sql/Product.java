package io.agreements.keycloak.jpa.sql;

import java.util.Locale;
import java.util.Set;
import liquibase.database.Database;
import liquibase.database.core.H2Database;
import liquibase.database.core.MSSQLDatabase;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.OracleDatabase;
import liquibase.database.core.PostgresDatabase;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.OracleDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.SQLServerDialect;

/** A database that Keycloak supports. */
enum Product {
    H2("h2", H2Dialect.class, new H2Database(), 256, 32_767, Integer.MAX_VALUE),
    POSTGRESQL("postgresql", PostgreSQLDialect.class, new PostgresDatabase(), 63, 32_767, 2_704),
    MARIADB("mariadb", MariaDBDialect.class, new MariaDBDatabase(), 64, 65_535, 3_072),
    MYSQL("mysql", MySQLDialect.class, new MySQLDatabase(), 64, 65_535, 3_072),
    /** Keys: those of a block of 8 kB. */
    ORACLE("oracle", OracleDialect.class, new OracleDatabase(), 128, 32_767, 6_398),
    /** Keys: those of an index that is not clustered. Parameters: its driver needs two of 2,100 itself. */
    SQL_SERVER("mssql", SQLServerDialect.class, new MSSQLDatabase(), 128, 2_098, 1_700);

    /** Of which Liquibase has but a few. */
    private static final Set<String> OF_ORACLE = Set.of("""
            ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COLUMN_VALUE COMMENT COMPRESS
            CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM
            GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE
            LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF
            OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID ROWNUM ROWS SELECT
            SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER UID UNION UNIQUE UPDATE
            USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH
            """.split("\\s+"));

    private final String liquibase;
    private final Class<? extends Dialect> dialect;
    private final Database words;
    private final int longestName;
    private final int mostParameters;
    private final int longestKey;

    Product(
            String liquibase,
            Class<? extends Dialect> dialect,
            Database words,
            int longestName,
            int mostParameters,
            int longestKey) {
        this.liquibase = liquibase;
        this.dialect = dialect;
        this.words = words;
        this.longestName = longestName;
        this.mostParameters = mostParameters;
        this.longestKey = longestKey;
    }

    /** What Liquibase calls it. */
    String liquibase() {
        return liquibase;
    }

    Class<? extends Dialect> dialect() {
        return dialect;
    }

    boolean reserves(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return this == ORACLE ? OF_ORACLE.contains(name) : words.isReservedWord(name);
    }

    int longestName() {
        return longestName;
    }

    int mostParameters() {
        return mostParameters;
    }

    /** In bytes. */
    int longestKey() {
        return longestKey;
    }
}
