package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import java.lang.reflect.Field;
import java.time.DayOfWeek;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.dialect.OracleDialect;
import org.hibernate.dialect.SQLServerDialect;
import org.junit.jupiter.api.Test;

final class InsertTogetherTest {

    @Test
    void allRowsAreOneStatementThatSaysOfEachWhatItHasNot() {
        List<Map<Field, Object>> rows =
                List.of(RowValues.of(new Row("a", null, 3)), RowValues.of(new Row("b", "words", 4)));
        Set<Field> columns = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .sorted((one, other) -> RowValues.column(one).compareTo(RowValues.column(other)))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(InsertTogether.sql("AGR_ROW", columns, rows))
                .isEqualTo("insert into AGR_ROW (AMOUNT, ID, WORDS) values (?, ?, null), (?, ?, ?)");
    }

    @Test
    void manyRowsAreAsManyStatementsAsTheirValuesNeed() {
        List<Map<Field, Object>> rows = IntStream.range(0, 1_700)
                .mapToObj(number -> RowValues.of(new Row("a" + number, "words", number)))
                .toList();

        assertThat(InsertTogether.parts(rows, new SQLServerDialect()))
                .hasSize(3)
                .allSatisfy(part ->
                        assertThat(part.stream().mapToInt(Map::size).sum()).isLessThanOrEqualTo(2_000));
        assertThat(InsertTogether.parts(rows, new OracleDialect())).hasSize(rows.size());
    }

    @Test
    void valuesAreThoseOfTheColumnsAsTheyAreStored() {
        Row row = new Row("a", null, 3);
        row.day = DayOfWeek.FRIDAY;
        row.number = "17";
        row.given = 5L;

        Map<String, Object> values = RowValues.of(row).entrySet().stream()
                .collect(Collectors.toMap(value -> RowValues.column(value.getKey()), Map.Entry::getValue));

        assertThat(values)
                .containsOnly(entry("ID", "a"), entry("AMOUNT", 3), entry("WEEKDAY", "FRIDAY"), entry("NUMBER", 17));
    }

    private static final class Row {

        @Column(name = "ID")
        private final String id;

        @Column(name = "WORDS")
        private final String words;

        @Column(name = "AMOUNT")
        private final int amount;

        @Column(name = "WEEKDAY")
        private DayOfWeek day;

        @Convert(converter = Numbers.class)
        @Column(name = "NUMBER")
        private String number;

        /** By the database. */
        @Column(name = "GIVEN", insertable = false)
        private Long given;

        Row(String id, String words, int amount) {
            this.id = id;
            this.words = words;
            this.amount = amount;
        }
    }

    @Converter
    private static final class Numbers implements AttributeConverter<String, Integer> {

        @Override
        public Integer convertToDatabaseColumn(String number) {
            return Integer.valueOf(number);
        }

        @Override
        public String convertToEntityAttribute(Integer number) {
            return number.toString();
        }
    }
}
