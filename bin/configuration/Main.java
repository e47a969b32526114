import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What bin/apply does once its arguments are read: variables say which server and realm. The JDK is all it needs. */
final class Main {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> settings = System.getenv();
        try {
            AdminRest rest = new AdminRest(settings);
            if (settings.get("WHAT").equals("export")) {
                export(rest, Path.of(arguments[0]));
            } else {
                apply(
                        rest,
                        Path.of(arguments[0]),
                        settings.get("WHAT").equals("dry-run"),
                        settings.get("OVERWRITE").equals("true"));
            }
        } catch (IOException | IllegalArgumentException e) {
            ERR.println("error: " + (e.getMessage() == null ? "The server does not answer" : e.getMessage()));
            System.exit(1);
        }
    }

    /** In an order in which nothing names what is not there yet; what refuses tokens comes last. */
    private static List<Part> parts(AdminRest rest, boolean overwrites) {
        return List.of(
                new Flows(rest),
                new RealmSettings(rest),
                new RequiredActions(rest),
                new DefaultRole(rest),
                new UserProfile(rest),
                Mappers.ofClientScopes(rest),
                Mappers.ofClients(rest),
                new ProhibitedWords(rest),
                new Agreements(rest, overwrites),
                new ClientPolicies(rest));
    }

    private static void apply(AdminRest rest, Path directory, boolean saidOnly, boolean overwrites) throws IOException {
        Configuration files = Configuration.read(directory);
        Changes changes = new Changes(OUT, saidOnly);
        if (!rest.hasRealm()) {
            Map<String, Object> realm = new LinkedHashMap<>();
            realm.put("realm", rest.realm());
            realm.put("enabled", true);
            changes.make("realm " + rest.realm() + ": added", () -> rest.createRealm(realm));
            if (saidOnly) {
                OUT.println("The realm is not there: all else would be added to it");
                return;
            }
        }
        for (Part part : parts(rest, overwrites)) {
            part.apply(files, changes);
        }
        changes.sum();
    }

    private static void export(AdminRest rest, Path directory) throws IOException {
        if (!rest.hasRealm()) {
            throw new IOException("There is no realm " + rest.realm());
        }
        Configuration files = Configuration.empty(directory);
        for (Part part : parts(rest, false)) {
            part.export(files);
        }
        files.writeRealm();
        OUT.println("What realm " + rest.realm() + " needs is in " + directory);
    }
}
