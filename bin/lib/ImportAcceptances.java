import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What bin/import-acceptances does once its arguments are read. The JDK is all it needs. */
final class ImportAcceptances {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern OBJECT = Pattern.compile("\\{(?:[^{}\"]|" + STRING + ")*\\}");

    private final Console terminal = System.console();
    private final Map<String, String> settings = System.getenv();
    private String report = "";

    public static void main(String[] arguments) {
        try {
            System.exit(new ImportAcceptances().run(arguments[0], arguments[1]));
        } catch (IOException e) {
            ERR.println("error: " + Optional.ofNullable(e.getMessage()).orElse("The server does not answer"));
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(1);
        }
    }

    private int run(String agreement, String version) throws IOException, InterruptedException {
        String csv = settings.get("CSV");
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.get("SERVER") + "/admin/realms/"
                        + encode(settings.get("REALM")) + "/agreements/" + encode(agreement) + "/versions/"
                        + encode(version) + "/decisions"))
                .header("Authorization", "Bearer " + accessToken())
                .header("Content-Type", csv.isEmpty() ? "application/json" : "text/csv")
                .POST(csv.isEmpty() ? attribute() : BodyPublishers.ofFile(Path.of(csv)))
                .build();
        HttpResponse<Stream<String>> response = HTTP.send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw refusal(response.statusCode(), lines.collect(Collectors.joining()));
            }
            lines.forEach(this::read);
        }
        return tell();
    }

    private BodyPublisher attribute() {
        String name = settings.get("ATTRIBUTE").replace("\\", "\\\\").replace("\"", "\\\"");
        return BodyPublishers.ofString("{\"attribute\": \"" + name + "\"}");
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.get("SERVER") + "/realms/"
                        + encode(settings.get("LOGIN_REALM")) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        return string(response.body(), "access_token").orElseThrow(() -> refusal(response.statusCode(), response.body()));
    }

    private String secret(String variable, String question) throws IOException {
        String value = settings.get(variable);
        if (value != null) {
            return value;
        }
        if (terminal == null) {
            throw new IOException("The variable " + variable + " is not set");
        }
        return new String(terminal.readPassword("%s: ", question));
    }

    private void read(String line) {
        report = line;
        if (line.startsWith("{\"done\"")) {
            long of = Math.max(number(line, "of"), number(line, "done"));
            String progress = "%d of %d: %s".formatted(number(line, "done"), of, counts(line));
            OUT.print(terminal == null ? progress + "\n" : "\r" + progress);
            OUT.flush();
        }
    }

    private int tell() {
        if (terminal != null) {
            OUT.println();
        }
        if (!report.startsWith("{\"source\"")) {
            ERR.println("error: The connection broke before the report came. Run it again to go on.");
            return 1;
        }
        int list = report.indexOf("\"wrong\":[");
        Matcher wrong = OBJECT.matcher(report);
        long named = 0;
        for (boolean found = wrong.find(list); found; found = wrong.find()) {
            named++;
            OUT.println("  " + place(wrong.group()) + string(wrong.group(), "problem").orElse(""));
        }
        long unnamed = number(report, "wrongCount") - named;
        if (unnamed > 0) {
            OUT.println("  and " + unnamed + " more");
        }
        OUT.println(counts(report));
        Optional<String> problem = string(report, "errorMessage");
        problem.ifPresent(message -> ERR.println("error: " + message));
        return problem.isPresent() || number(report, "wrongCount") > 0 ? 1 : 0;
    }

    private static String place(String wrong) {
        return wrong.contains("\"line\":")
                ? "line " + number(wrong, "line") + ": "
                : string(wrong, "user").map(user -> "user " + user + ": ").orElse("");
    }

    private static String counts(String line) {
        return "%d taken over, %d known already, %d wrong"
                .formatted(number(line, "taken"), number(line, "known"), number(line, "wrongCount"));
    }

    private static IOException refusal(int status, String body) {
        String reason = string(body, "errorMessage")
                .or(() -> string(body, "error_description"))
                .or(() -> string(body, "error"))
                .orElse("");
        return new IOException("The server refuses it (" + status + ")" + (reason.isEmpty() ? "" : ": " + reason));
    }

    private static long number(String json, String name) {
        Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    private static Optional<String> string(String json, String name) {
        int at = json.indexOf("\"" + name + "\":");
        if (at < 0) {
            return Optional.empty();
        }
        Matcher value = STRING.matcher(json).region(at + name.length() + 3, json.length());
        return value.lookingAt() ? Optional.of(unescape(value.group(1))) : Optional.empty();
    }

    private static String unescape(String json) {
        return Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)").matcher(json).replaceAll(escape -> {
            String character = escape.group(2) != null
                    ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
                    : switch (escape.group(1)) {
                        case "n", "r", "t", "b", "f" -> " ";
                        default -> escape.group(1);
                    };
            return Matcher.quoteReplacement(character);
        });
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
