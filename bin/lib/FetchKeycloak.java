import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches Keycloak's distribution, compares it with the SHA-256 that is expected, and unpacks it. Needs a JDK alone.
 *
 * <p>{@code java FetchKeycloak.java VERSION SHA-256 DIRECTORY}. The variable {@code MAVEN_CENTRAL} names another place to
 * fetch it from.
 */
final class FetchKeycloak {

    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

    private FetchKeycloak() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("Usage: java FetchKeycloak.java VERSION SHA-256 DIRECTORY");
            System.exit(2);
        }
        String version = arguments[0];
        Path directory = Path.of(arguments[2]).toAbsolutePath().normalize();
        Files.createDirectories(directory);
        Path archive = Files.createTempFile(directory, "keycloak-", ".zip");
        try {
            String digest = fetch(address(version), archive);
            if (!digest.equals(arguments[1])) {
                System.err.printf(
                        "error: what was fetched is not Keycloak %s: its SHA-256 is %s, not %s%n",
                        version, digest, arguments[1]);
                System.exit(1);
            }
            unpack(archive, directory);
        } catch (IOException failure) {
            System.err.printf("error: Keycloak %s could not be fetched: %s%n", version, failure);
            System.exit(1);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private static URI address(String version) {
        String central = System.getenv().getOrDefault("MAVEN_CENTRAL", CENTRAL);
        return URI.create(central + "/org/keycloak/keycloak-quarkus-dist/" + version + "/keycloak-quarkus-dist-" + version
                + ".zip");
    }

    /** Gives the SHA-256 of what was fetched. */
    private static String fetch(URI address, Path file) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(address + " answers " + response.statusCode());
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream body = new DigestInputStream(response.body(), digest)) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("an entry leads out of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
