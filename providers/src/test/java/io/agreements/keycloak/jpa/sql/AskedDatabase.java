package io.agreements.keycloak.jpa.sql;

import io.agreements.keycloak.fixture.TablesInMemory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Has the classes that ask a database do so as if it were a certain product. */
final class AskedDatabase implements AutoCloseable {

    /** Stands for words too. */
    private static final String DIGEST = "0f".repeat(32);

    private static final int PAGE = 10;

    private final SilentDatabase database;
    private final SessionFactory factory;

    AskedDatabase(Product product) {
        database = new SilentDatabase(product.name());
        Configuration configuration = new Configuration()
                .setProperty(AvailableSettings.DIALECT, product.dialect().getName())
                .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false");
        configuration.getProperties().put(AvailableSettings.CONNECTION_PROVIDER, database);
        TablesInMemory.entityClasses().forEach(configuration::addAnnotatedClass);
        factory = configuration.buildSessionFactory();
    }

    List<SentStatement> sent() {
        return database.sent();
    }

    /** Places in the product that have made a query. */
    Set<String> reached() {
        return database.sites().reached();
    }

    /**
     * As it is, and of what selects a first page and a later one.
     *
     * @return what came of it
     */
    List<SentStatement> ask(NamedQuery query) {
        int before = sent().size();
        ask(query, asked -> {});
        if (isSelect(query)) {
            ask(query, asked -> asked.setMaxResults(PAGE));
            ask(query, asked -> asked.setFirstResult(PAGE).setMaxResults(PAGE));
        }
        return List.copyOf(sent().subList(before, sent().size()));
    }

    private void ask(NamedQuery query, Consumer<Query> page) {
        within(entities -> {
            Query asked = entities.createNamedQuery(query.name());
            asked.getParameters()
                    .forEach(parameter -> asked.setParameter(
                            parameter.getName(),
                            sample(query.query(), parameter.getName(), parameter.getParameterType())));
            page.accept(asked);
            if (isSelect(query)) {
                asked.getResultList();
            } else {
                asked.executeUpdate();
            }
        });
    }

    private static boolean isSelect(NamedQuery query) {
        return query.query().startsWith("select");
    }

    void query(String jpql, String parameter, List<String> values) {
        within(entities ->
                entities.createQuery(jpql).setParameter(parameter, values).getResultList());
    }

    private static Object sample(String query, String name, Class<?> type) {
        Object one = sample(type);
        return Pattern.compile("\\bin \\(?:" + name + "\\b").matcher(query).find() ? List.of(one) : one;
    }

    private static Object sample(Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return 1;
        } else if (type == Long.class || type == long.class) {
            return 1L;
        } else if (type == byte[].class) {
            return new byte[32];
        }
        return type != null && type.isEnum() ? type.getEnumConstants()[0] : DIGEST;
    }

    /** What fails there fails here. */
    void ask(Asked.Asking asking) {
        within(entities -> asking.ask(new Asked(database, entities)));
    }

    private void within(Consumer<EntityManager> asking) {
        database.answer(Answers.NONE);
        try (Session entities = factory.openSession()) {
            entities.beginTransaction();
            asking.accept(entities);
            entities.flush();
            entities.getTransaction().rollback();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
