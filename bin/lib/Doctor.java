import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What bin/doctor does once its arguments are read. The JDK is all it needs. */
final class Doctor {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private static final int HEALTHY = 0;
    private static final int ILL = 1;
    private static final int UNKNOWN = 2;

    private static final Map<String, String> STATES =
            Map.of("OK", "ok", "TO_MEND", "TO MEND", "BY_HAND", "BY HAND", "NOT_NEEDED", "not needed");

    private final Map<String, String> settings = System.getenv();
    private String secret;

    public static void main(String[] arguments) {
        try {
            System.exit(new Doctor().run());
        } catch (IOException e) {
            ERR.println("error: " + (e.getMessage() == null ? "The server does not answer" : e.getMessage()));
            System.exit(UNKNOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(UNKNOWN);
        }
    }

    private int run() throws IOException, InterruptedException {
        String named = settings.get("REALM");
        List<String> realms = named.isEmpty() ? realms() : List.of(named);
        int lacking = 0;
        for (String realm : realms) {
            lacking += look(realm, !named.isEmpty());
        }
        OUT.println(lacking == 0 ? "Nothing is to be mended." : "To be mended: " + lacking);
        return lacking == 0 ? HEALTHY : ILL;
    }

    private List<String> realms() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (Object realm : Json.list(get("/admin/realms?briefRepresentation=true"))) {
            names.add(Json.text(Json.object(realm), "realm"));
        }
        names.sort(null);
        return names;
    }

    /** How much the realm lacks. */
    private int look(String realm, boolean always) throws IOException, InterruptedException {
        Map<?, ?> setup = Json.object(get("/admin/realms/" + encode(realm) + "/agreements/setup"));
        if (!Boolean.TRUE.equals(setup.get("inUse")) && !always) {
            OUT.println("Realm " + realm + ": no agreement in force, nothing is needed");
            return 0;
        }
        OUT.println("Realm " + realm);
        int lacking = 0;
        for (Object each : Json.list(setup.get("conditions"))) {
            Map<?, ?> condition = Json.object(each);
            String state = Json.text(condition, "state");
            OUT.printf(
                    "  %-10s  %s: %s%n",
                    STATES.getOrDefault(state, state),
                    Json.text(condition, "id"),
                    Json.text(condition, "sentence"));
            if (state.equals("TO_MEND") || state.equals("BY_HAND")) {
                lacking++;
                for (Object change : Json.list(condition.get("changes"))) {
                    OUT.println("              - " + change);
                }
            }
        }
        return lacking;
    }

    /** Signs in for each request: there may be many realms, and an access token lasts a minute. */
    private Object get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.get("SERVER") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + accessToken())
                .header("Accept", "application/json")
                .header("Accept-Language", settings.get("SAID_IN"))
                .GET()
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw refusal(path, response);
        }
        return Json.read(response.body());
    }

    private String accessToken() throws IOException, InterruptedException {
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
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String path = "/realms/" + encode(settings.get("LOGIN_REALM")) + "/protocol/openid-connect/token";
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.get("SERVER") + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw refusal(path, response);
        }
        return Json.text(Json.object(Json.read(response.body())), "access_token");
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
            secret = new String(terminal.readPassword("%s: ", question));
        }
        return secret;
    }

    private static IOException refusal(String path, HttpResponse<String> response) {
        String reason;
        try {
            Map<?, ?> said = Json.object(Json.read(response.body()));
            reason = said.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
        } catch (IOException notJson) {
            reason = "no reason was given";
        }
        return new IOException("The server refuses " + path + " (" + response.statusCode() + "): " + reason);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads JSON as maps, lists, strings, numbers, booleans and null. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object read(String text) throws IOException {
            Json json = new Json(text);
            try {
                Object value = json.value();
                json.space();
                if (json.at != text.length()) {
                    throw json.wrong();
                }
                return value;
            } catch (IndexOutOfBoundsException e) {
                throw new IOException("The server's answer ends too early", e);
            }
        }

        static Map<?, ?> object(Object value) throws IOException {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new IOException("The server's answer is not what was expected: are the jars in its directory providers?");
        }

        static List<?> list(Object value) throws IOException {
            if (value instanceof List<?> list) {
                return list;
            }
            throw new IOException("The server's answer is not what was expected: are the jars in its directory providers?");
        }

        static String text(Map<?, ?> object, String name) throws IOException {
            if (object.get(name) instanceof String text) {
                return text;
            }
            throw new IOException("The server's answer has no " + name);
        }

        private Object value() throws IOException {
            space();
            char first = text.charAt(at);
            return switch (first) {
                case '{' -> members();
                case '[' -> elements();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> members() throws IOException {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            space();
            while (text.charAt(at) != '}') {
                space();
                String name = string();
                space();
                expect(':');
                members.put(name, value());
                next('}');
            }
            at++;
            return members;
        }

        private List<Object> elements() throws IOException {
            List<Object> elements = new ArrayList<>();
            at++;
            space();
            while (text.charAt(at) != ']') {
                elements.add(value());
                next(']');
            }
            at++;
            return elements;
        }

        private void next(char end) throws IOException {
            space();
            if (text.charAt(at) != end) {
                expect(',');
                space();
            }
        }

        private String string() throws IOException {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (text.charAt(at) != '"') {
                char character = text.charAt(at++);
                string.append(character == '\\' ? escaped() : character);
            }
            at++;
            return string.toString();
        }

        private char escaped() throws IOException {
            char escape = text.charAt(at++);
            switch (escape) {
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'u':
                    at += 4;
                    try {
                        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
                    } catch (NumberFormatException e) {
                        throw wrong();
                    }
                default:
                    return escape;
            }
        }

        private Object word() throws IOException {
            int from = at;
            while (at < text.length() && "+-.".indexOf(text.charAt(at)) >= 0
                    || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            String word = text.substring(from, at);
            switch (word) {
                case "true":
                    return true;
                case "false":
                    return false;
                case "null":
                    return null;
                default:
                    try {
                        return Double.valueOf(word);
                    } catch (NumberFormatException e) {
                        throw wrong();
                    }
            }
        }

        private void expect(char character) throws IOException {
            if (text.charAt(at) != character) {
                throw wrong();
            }
            at++;
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IOException wrong() {
            return new IOException("The server's answer cannot be read at character " + at);
        }
    }
}
