import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether everybody may delete the account: the role {@code delete-account} of the client {@code account} among the default roles. */
final class DefaultRole implements Part {
    private static final String PREFIX = "default-roles-";
    private static final String ACCOUNT = "account";
    private static final String DELETE = "delete-account";

    private final AdminRest rest;

    DefaultRole(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        boolean wanted = Values.objects(Values.object(files.realm().get("roles")).get("realm")).stream()
                .filter(role -> Values.text(role, "name").startsWith(PREFIX))
                .map(role -> Values.object(Values.object(role.get("composites")).get("client")))
                .flatMap(clients -> Values.texts(clients.get(ACCOUNT)))
                .anyMatch(DELETE::equals);
        if (wanted && !isThere()) {
            String account = account();
            Object role = rest.get("/clients/" + account + "/roles/" + DELETE);
            changes.make(
                    "default roles: " + DELETE + " added", () -> rest.post(path() + "/composites", List.of(role)));
        }
    }

    @Override
    public void export(Configuration files) throws IOException {
        if (isThere()) {
            Map<String, Object> role = new LinkedHashMap<>();
            role.put("name", PREFIX + rest.realm().toLowerCase(Locale.ROOT));
            role.put("composite", true);
            role.put("composites", Map.of("client", Map.of(ACCOUNT, List.of(DELETE))));
            files.realm().put("roles", Map.of("realm", List.of(role)));
        }
    }

    private boolean isThere() throws IOException {
        return Values.named(Values.objects(rest.get(path() + "/composites/clients/" + account())), "name", DELETE)
                .isPresent();
    }

    private String path() throws IOException {
        Map<String, Object> role = Values.object(Values.object(rest.get("")).get("defaultRole"));
        return "/roles/" + AdminRest.encoded(Values.text(role, "name"));
    }

    private String account() throws IOException {
        Optional<Map<String, Object>> client =
                Values.objects(rest.get("/clients?clientId=" + ACCOUNT)).stream().findFirst();
        return Values.text(client.orElseThrow(() -> new IOException("The realm has no client '" + ACCOUNT + "'")), "id");
    }
}
