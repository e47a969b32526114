import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A directory with what a realm needs: {@code realm.json}, and files beside it. */
final class Configuration {
    private static final String REALM = "realm.json";

    private final Path directory;
    private final Map<String, Object> realm;

    private Configuration(Path directory, Map<String, Object> realm) {
        this.directory = directory;
        this.realm = realm;
    }

    /** One to be written. */
    static Configuration empty(Path directory) {
        return new Configuration(directory, new LinkedHashMap<>());
    }

    static Configuration read(Path directory) throws IOException {
        Path file = directory.resolve(REALM);
        if (!Files.isDirectory(directory)) {
            throw new IOException("There is no directory " + directory);
        }
        return new Configuration(
                directory, Files.exists(file) ? Values.object(json(file)) : new LinkedHashMap<>());
    }

    /** The part of a realm, as Keycloak represents realms. */
    Map<String, Object> realm() {
        return realm;
    }

    void writeRealm() throws IOException {
        write(REALM, Json.write(realm));
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    Optional<Object> json(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(json(file)) : Optional.empty();
    }

    Optional<String> text(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Writes a file, or removes it where there is nothing to be written. */
    void write(String name, String content) throws IOException {
        if (content.isEmpty()) {
            Files.deleteIfExists(directory.resolve(name));
        } else {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), content);
        }
    }

    private static Object json(Path file) throws IOException {
        try {
            return Json.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
