package io.agreements.keycloak.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.annotations.Nationalized;
import org.hibernate.dialect.NationalizationSupport;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.keycloak.connections.jpa.util.JpaUtils;

/** What an entity has in its columns, for statements that Hibernate does not write. */
final class RowValues {

    private RowValues() {}

    static String table(Object row, EntityManager entities) {
        return JpaUtils.getTableNameForNativeQuery(
                row.getClass().getAnnotation(Table.class).name(), entities);
    }

    static String column(Field field) {
        return field.getAnnotation(Column.class).name();
    }

    /** What is null is left out. */
    static Map<Field, Object> of(Object row) {
        Map<Field, Object> values = new LinkedHashMap<>();
        Arrays.stream(row.getClass().getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Column.class)
                        && field.getAnnotation(Column.class).insertable())
                .forEach(field -> value(row, field, values));
        return values;
    }

    static void bind(JdbcServices jdbc, PreparedStatement statement, int index, Field column, Object value)
            throws SQLException {
        if (value instanceof String words
                && column.isAnnotationPresent(Nationalized.class)
                && jdbc.getDialect().getNationalizationSupport() == NationalizationSupport.EXPLICIT) {
            statement.setNString(index, words);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    private static void value(Object row, Field field, Map<Field, Object> values) {
        try {
            field.setAccessible(true);
            Object value = field.get(row);
            if (value != null) {
                values.put(field, stored(field, value));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object stored(Field field, Object value) throws ReflectiveOperationException {
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        return field.isAnnotationPresent(Convert.class) ? converted(field, value) : value;
    }

    @SuppressWarnings("unchecked")
    private static Object converted(Field field, Object value) throws ReflectiveOperationException {
        Constructor<?> made = field.getAnnotation(Convert.class).converter().getDeclaredConstructor();
        made.setAccessible(true);
        return ((AttributeConverter<Object, Object>) made.newInstance()).convertToDatabaseColumn(value);
    }
}
