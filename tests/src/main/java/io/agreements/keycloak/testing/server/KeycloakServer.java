package io.agreements.keycloak.testing.server;

import io.agreements.keycloak.testing.server.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/** One running Keycloak with the project's jars in it, as a process or in a container. */
public interface KeycloakServer extends AutoCloseable {

    /** Where it is reached, without a slash at the end. */
    String url();

    /** Where health and metrics are. */
    String managementUrl();

    /** All it has logged so far. */
    String logs();

    /** The jars in its {@code providers} directory. */
    SortedSet<String> providerJars();

    /** The directory of agreement files it reads: a copy of its own, which tests may change. */
    Path agreements();

    /**
     * Its database, beside the server.
     *
     * @throws org.opentest4j.TestAbortedException where that database cannot be reached from outside
     */
    Database database();

    /**
     * Ends it at once and without warning, as a power cut would. Its database stays.
     *
     * @throws org.opentest4j.TestAbortedException where that cannot be done
     */
    void kill();

    /** Starts it again on its database once it has been killed, at another address. */
    void startAgain();

    /**
     * Stops it, has {@code kc.sh} do one command after the other on its database, and starts it again, at another address.
     *
     * @param commands each with its arguments, such as {@code export --file …}
     * @throws org.opentest4j.TestAbortedException where that cannot be done
     */
    void whileStopped(List<List<String>> commands);

    /**
     * Stops it, starts the same Keycloak without the product's jars on its database for as long as something is done there,
     * and then starts it again as it was: each time at another address.
     *
     * @throws org.opentest4j.TestAbortedException where that cannot be done
     */
    void withoutProduct(Runnable meanwhile);

    /** An admin client of the master realm, shared by all users of this server. */
    Keycloak adminClient();

    /** Creates the realm of this file through the admin REST interface, in place of any realm of that name. */
    default RealmResource importRealm(Path file) {
        try {
            return importRealm(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the realm of this JSON through the admin REST interface, in place of any realm of that name. */
    RealmResource importRealm(String json);

    @Override
    void close();
}
