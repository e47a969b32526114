package io.agreements.keycloak.testing.server.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Databases of one vendor. Keycloak's tables are made once for each installation and copied for each server. */
public interface Databases extends AutoCloseable {

    /** The value of Keycloak's build option {@code db}. */
    String vendor();

    /** Whether the tables of this installation are there to be copied. */
    boolean hasTemplate(String installation);

    /** An empty database. */
    Instance empty(Path directory);

    /** Keeps a database no server uses any more as the template of an installation. */
    void keepAsTemplate(Instance instance, String installation);

    /** A copy of the installation's template. */
    Instance copyOfTemplate(String installation, Path directory);

    /** Drops the templates of all other installations. */
    void keepTemplatesOf(Set<String> installations);

    @Override
    void close();

    /**
     * One database.
     *
     * @param name what its vendor calls it
     * @param options how Keycloak is told to use it
     * @param database the same from outside
     */
    record Instance(String name, Map<String, String> options, Database database) {}
}
