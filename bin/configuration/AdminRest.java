import java.io.Console;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keycloak's REST for administrators of one realm, as the variables of this command say. Every answer has a limit of time. */
final class AdminRest {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(30);
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);

    /** Half of what a token is good for. */
    private static final Duration TOKEN_USED_FOR = Duration.ofSeconds(25);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTED_WITHIN)
            .build();
    private final Map<String, String> settings;
    private String secret;
    private String token;
    private long tokenSince;

    AdminRest(Map<String, String> settings) {
        this.settings = settings;
    }

    /** One part of an address. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String realm() {
        return settings.get("REALM");
    }

    /** Whether the realm is there. */
    boolean hasRealm() throws IOException {
        return find("").isPresent();
    }

    void createRealm(Object realm) throws IOException {
        accepted(send("POST", URI.create(server() + "/admin/realms"), "application/json", json(realm)), "/admin/realms");
        // A token names the realms its bearer may administer.
        token = null;
    }

    /** What is at a path below the realm, such as {@code "/clients?clientId=shop"}; nothing where the answer is 404. */
    Optional<Object> find(String path) throws IOException {
        HttpResponse<byte[]> answer = send("GET", address(path), null, BodyPublishers.noBody());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(Json.read(accepted(answer, path)));
    }

    Object get(String path) throws IOException {
        return find(path).orElseThrow(() -> new IOException(path + " is not there (404): are the jars in that server?"));
    }

    byte[] bytes(String path) throws IOException {
        HttpResponse<byte[]> answer = send("GET", address(path), null, BodyPublishers.noBody());
        accepted(answer, path);
        return answer.body();
    }

    void put(String path, Object value) throws IOException {
        accepted(send("PUT", address(path), "application/json", json(value)), path);
    }

    /** What is answered, or an empty object where that is nothing. */
    Object post(String path, Object value) throws IOException {
        return answered(send("POST", address(path), "application/json", json(value)), path);
    }

    Object postZip(String path, byte[] zip) throws IOException {
        return answered(send("POST", address(path), "application/zip", BodyPublishers.ofByteArray(zip)), path);
    }

    void delete(String path) throws IOException {
        accepted(send("DELETE", address(path), null, BodyPublishers.noBody()), path);
    }

    private Object answered(HttpResponse<byte[]> answer, String path) throws IOException {
        String body = accepted(answer, path);
        return body.isBlank() ? Map.of() : Json.read(body);
    }

    private String server() {
        return settings.get("SERVER").replaceAll("/+$", "");
    }

    private URI address(String path) {
        return URI.create(server() + "/admin/realms/" + encoded(realm()) + path);
    }

    private static BodyPublisher json(Object value) {
        return BodyPublishers.ofString(Json.write(value));
    }

    private HttpResponse<byte[]> send(String method, URI address, String type, BodyPublisher body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "*/*")
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return send(request.build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }

    private static String accepted(HttpResponse<byte[]> answer, String path) throws IOException {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " is refused (" + answer.statusCode() + "): " + reason(body));
        }
        return body;
    }

    private static String reason(String body) {
        try {
            Map<String, Object> refusal = Values.object(Json.read(body));
            for (String field : new String[] {"errorMessage", "error_description", "error"}) {
                if (refusal.get(field) != null) {
                    return Values.text(refusal, field);
                }
            }
        } catch (IllegalArgumentException notJson) {
            return body.isBlank() ? "without a reason" : body;
        }
        return body;
    }

    private String token() throws IOException {
        if (token == null || System.nanoTime() - tokenSince > TOKEN_USED_FOR.toNanos()) {
            Map<String, String> form = form();
            HttpRequest request = HttpRequest.newBuilder(URI.create(server() + "/realms/"
                            + encoded(settings.get("LOGIN_REALM")) + "/protocol/openid-connect/token"))
                    .timeout(ANSWERED_WITHIN)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.entrySet().stream()
                            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&"))))
                    .build();
            tokenSince = System.nanoTime();
            token = Values.text(Values.object(Json.read(accepted(send(request), "Signing in"))), "access_token");
        }
        return token;
    }

    private Map<String, String> form() throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        if (settings.get("CLIENT").isEmpty()) {
            form.put("grant_type", "password");
            form.put("client_id", "admin-cli");
            form.put("username", settings.get("ADMINISTRATOR"));
            form.put("password", secret("KEYCLOAK_PASSWORD", "Password of " + settings.get("ADMINISTRATOR")));
        } else {
            form.put("grant_type", "client_credentials");
            form.put("client_id", settings.get("CLIENT"));
            form.put("client_secret", secret("KEYCLOAK_CLIENT_SECRET", "Secret of " + settings.get("CLIENT")));
        }
        return form;
    }

    private String secret(String variable, String question) throws IOException {
        if (secret == null) {
            secret = settings.get(variable);
        }
        if (secret == null) {
            Console terminal = System.console();
            if (terminal == null) {
                throw new IOException("The variable " + variable + " is not set");
            }
            char[] typed = terminal.readPassword("%s: ", question);
            secret = typed == null ? "" : new String(typed);
            if (typed != null) {
                Arrays.fill(typed, ' ');
            }
        }
        return secret;
    }
}
