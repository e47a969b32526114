package io.agreements.keycloak.jpa.sql;

import io.agreements.keycloak.fixture.TablesInMemory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Query;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SemanticException;
import org.hibernate.query.SyntaxException;
import org.keycloak.models.KeycloakSession;

/** Has the classes that ask a database do so, with whatever arguments, as if it were a certain product. */
final class AskedDatabase implements AutoCloseable {

    private static final int ROUNDS = 24;

    /** Stands for words too. */
    private static final String DIGEST = "0f".repeat(32);

    private final SilentDatabase database;
    private final SessionFactory factory;
    private final List<Throwable> misunderstood = new ArrayList<>();

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

    /** Queries that cannot be put into words of this product. */
    List<Throwable> misunderstood() {
        return misunderstood;
    }

    /** @return what came of it */
    List<SentStatement> ask(NamedQuery query) {
        int before = sent().size();
        database.beginAnew(false);
        within(0, (entities, samples) -> {
            Query asked = entities.createNamedQuery(query.name());
            asked.getParameters()
                    .forEach(parameter -> asked.setParameter(
                            parameter.getName(),
                            sample(query.query(), parameter.getName(), parameter.getParameterType())));
            if (query.query().startsWith("select")) {
                asked.getResultList();
            } else {
                asked.executeUpdate();
            }
        });
        return List.copyOf(sent().subList(before, sent().size()));
    }

    void query(String jpql, String parameter, List<String> values) {
        database.beginAnew(false);
        within(
                0,
                (entities, samples) -> entities.createQuery(jpql)
                        .setParameter(parameter, values)
                        .getResultList());
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

    /** Calls each method of the class many times. */
    void ask(Class<?> asker) {
        for (Method method : asker.getDeclaredMethods()) {
            if (!Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic() && isWorthwhile(method)) {
                for (int round = 0; round < ROUNDS; round++) {
                    database.beginAnew(round % 3 > 0);
                    within(round, (entities, samples) -> call(method, samples));
                }
            }
        }
    }

    private static boolean isWorthwhile(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                || Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type == EntityManager.class || type == KeycloakSession.class);
    }

    private static void call(Method method, Samples samples) throws ReflectiveOperationException {
        method.setAccessible(true);
        Object asker = null;
        if (!Modifier.isStatic(method.getModifiers())) {
            Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            asker = constructor.newInstance(samples.all(constructor.getGenericParameterTypes()));
        }
        Object answer = method.invoke(asker, samples.all(method.getGenericParameterTypes()));
        if (answer instanceof Stream<?> rows) {
            rows.count();
        }
    }

    /** Arguments of no meaning are refused for many reasons; only queries have to be right whatever they are. */
    private void within(long seed, Asking asking) {
        try (Session entities = factory.openSession()) {
            entities.beginTransaction();
            asking.ask(entities, new Samples(seed, entities));
            entities.flush();
        } catch (InvocationTargetException e) {
            note(e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            note(e);
        }
    }

    private void note(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SemanticException || cause instanceof SyntaxException) {
                misunderstood.add(cause);
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }

    private interface Asking {
        void ask(EntityManager entities, Samples samples) throws ReflectiveOperationException;
    }
}
