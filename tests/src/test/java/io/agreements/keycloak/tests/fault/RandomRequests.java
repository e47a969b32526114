package io.agreements.keycloak.tests.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.tests.fault.ApiOperations.Body;
import io.agreements.keycloak.tests.fault.ApiOperations.Operation;
import io.agreements.keycloak.tests.fault.ApiOperations.Parameter;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Requests that begin as the interface is described, and are then made wrong in one or more places. The same seed makes the same ones. */
final class RandomRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final int DEEPEST = 4;

    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "null",
            "..",
            "../..",
            "%",
            "%00",
            "'",
            "\"",
            "' OR '1'='1",
            "${url.resourcesPath}",
            "{{x}}",
            "<script>alert(1)</script>",
            "\u202Egnp.exe",
            "\uD83D\uDE42",
            "\uFFFF",
            "a\r\nSet-Cookie: x=y",
            "=1+1",
            "x".repeat(300),
            "\u6F22".repeat(1200),
            "//evil.example",
            "javascript:alert(1)");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "999999",
            "1000",
            "1001",
            "2147483647",
            "2147483648",
            "-2147483648",
            "1795334400000",
            "9000000000000000000",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1.5",
            "1e3",
            "0x10",
            "NaN",
            "\u0661");

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/csv",
            "application/zip",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "*/*");

    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "text/html",
            "text/csv",
            "*/*",
            "application/x-ndjson",
            "image/png",
            "text/html;q=0.1, */*;q=0");

    private static final List<String> LANGUAGES = List.of(
            "en", "zh-CN", "zh-Hans;q=0.5, en;q=0.1", "*", "xx-\u0001", "en-US-u-ca-buddhist", ";;;", "a".repeat(500));

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("UTF-32BE"),
            Charset.forName("UTF-32LE"));

    private final ApiOperations operations;
    private final Map<String, List<String>> known;
    private final Random random;

    /** @param known values that are there, by the name of a parameter or field */
    RandomRequests(ApiOperations operations, Map<String, List<String>> known, long seed) {
        this.operations = operations;
        this.known = known;
        this.random = new Random(seed);
    }

    /** @param realm stays as it is: other realms are Keycloak's affair */
    Request next(Operation operation, String realm) {
        String method =
                rarely(20) ? any(List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD")) : operation.method();
        String path = PLACE.matcher(operation.path())
                .replaceAll(
                        place -> encoded(place.group(1).equals("realm") ? realm : word(place.group(1), !rarely(3))));
        Body body = operation.bodies().isEmpty() ? null : any(operation.bodies());
        byte[] content = content(body);
        String type = content.length == 0 && rarely(2) ? null : rarely(12) || body == null ? any(TYPES) : body.type();
        return new Request(
                method,
                path + query(operation.query()),
                any(ACCEPTED),
                any(LANGUAGES).replaceAll("[^ -~]", "?"),
                type,
                content);
    }

    private String query(List<Parameter> parameters) {
        List<String> said = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (!rarely(2)) {
                said.add(parameter.name() + "=" + encoded(value(parameter)));
            }
        }
        if (rarely(15)) {
            said.add(encoded(any(STRANGE)) + "=" + encoded(any(STRANGE)));
        }
        return said.isEmpty() ? "" : "?" + String.join("&", said);
    }

    private String value(Parameter parameter) {
        return parameter.schema().path("type").asText().equals("integer") && !rarely(10)
                ? any(NUMBERS)
                : word(parameter.name(), !rarely(2));
    }

    private String word(String name, boolean right) {
        List<String> values = known.getOrDefault(name, List.of());
        if (right && !values.isEmpty()) {
            return any(values);
        }
        return rarely(2) ? any(STRANGE) : any(NUMBERS);
    }

    private byte[] content(Body body) {
        if (body == null || rarely(15)) {
            return rarely(3) ? any(STRANGE).getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        byte[] whole = body.type().equals("application/json")
                ? field("", body.schema(), 0).toString().getBytes(StandardCharsets.UTF_8)
                : any(known.getOrDefault(body.type(), STRANGE)).getBytes(StandardCharsets.ISO_8859_1);
        return rarely(4) ? damaged(whole) : whole;
    }

    private byte[] damaged(byte[] whole) {
        if (whole.length == 0) {
            return whole;
        }
        int at = random.nextInt(whole.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> {
                byte[] changed = whole.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 2 -> {
                byte[] encoded = new String(whole, StandardCharsets.UTF_8).getBytes(any(ENCODINGS));
                yield Arrays.copyOf(encoded, encoded.length - random.nextInt(4));
            }
            default -> {
                byte[] longer = Arrays.copyOf(whole, whole.length + whole.length - at);
                System.arraycopy(whole, at, longer, whole.length, whole.length - at);
                yield longer;
            }
        };
    }

    private JsonNode field(String name, JsonNode described, int depth) {
        JsonNode schema = operations.resolved(described);
        if (rarely(25)) {
            return strange();
        }
        String type = schema.path("type").asText();
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (known.containsKey(name) && !rarely(3)) {
            String value = any(known.get(name));
            return type.equals("integer") ? JSON.getNodeFactory().numberNode(Long.parseLong(value)) : text(value);
        }
        return switch (type) {
            case "integer" -> number();
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0 && depth < DEEPEST; i--) {
                    array.add(field(name, schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "object" -> object(schema, depth);
            default -> text(rarely(2) ? any(STRANGE) : "Words");
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                if (!rarely(3)) {
                    object.set(property.getKey(), field(property.getKey(), property.getValue(), depth + 1));
                }
            });
        }
        if (rarely(20)) {
            object.set(any(STRANGE), strange());
        }
        return object;
    }

    private JsonNode number() {
        try {
            return JSON.readTree(any(NUMBERS));
        } catch (JsonProcessingException e) {
            return text("not a number");
        }
    }

    private JsonNode strange() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.createArrayNode().add(JSON.createObjectNode()).add(JSON.nullNode());
            case 2 -> number();
            case 3 -> JSON.createObjectNode().put("surprise", true);
            case 4 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default -> text(any(STRANGE));
        };
    }

    private JsonNode text(String value) {
        return JSON.getNodeFactory().textNode(value);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean rarely(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** @param type of the content; null for none */
    record Request(String method, String path, String accept, String language, String type, byte[] content) {

        @Override
        public String toString() {
            String shown = new String(content, 0, Math.min(content.length, 400), StandardCharsets.UTF_8);
            return (method + " " + path.replaceAll("(.{300}).+", "$1…") + " as " + type + " for " + accept + " in "
                            + language + ": " + shown)
                    .replaceAll("\\p{Cc}", "·");
        }
    }
}
