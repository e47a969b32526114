package io.agreements.keycloak.testing.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Keycloak with providers in it after {@code kc.sh build}. All servers run from this one directory: the class archive
 * is good only for the class path it was made with.
 *
 * @param id digest of all that went into it
 */
record Installation(String id, Path home) {

    /** The classes of a started server, mapped into memory by later ones (AppCDS): halves the time of a start. */
    Path archive() {
        return home.resolve("classes.jsa");
    }

    Optional<String> useOfArchive() {
        return Files.exists(archive()) ? Optional.of("-XX:SharedArchiveFile=" + archive()) : Optional.empty();
    }

    Optional<String> makingOfArchive() {
        return Files.exists(archive())
                ? Optional.empty()
                : Optional.of("-XX:ArchiveClassesAtExit=" + archive() + " -Xlog:cds=off");
    }

    Path log(String name) {
        return home.resolve(name + ".log");
    }
}
