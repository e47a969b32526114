package io.agreements.keycloak.tests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code docs/openapi.yaml} says can be asked of the server. */
final class ApiOperations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final JsonNode document;

    private ApiOperations(JsonNode document) {
        this.document = document;
    }

    static ApiOperations documented() {
        Path file = Path.of(System.getProperty("keycloak.project")).resolve("docs/openapi.yaml");
        try {
            return new ApiOperations(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    all.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return all;
    }

    private Operation operation(String path, String method, JsonNode said) {
        List<Parameter> query = new ArrayList<>();
        for (JsonNode parameter : said.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                query.add(new Parameter(parameter.path("name").asText(), resolved(parameter.path("schema"))));
            }
        }
        List<Body> bodies = said.path("requestBody").path("content").properties().stream()
                .map(content -> new Body(content.getKey(), content.getValue().path("schema")))
                .toList();
        return new Operation(method.toUpperCase(Locale.ROOT), path, query, bodies);
    }

    /** The schema itself, where another one only points to it. */
    JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : resolved(document.at(reference.asText().substring(1)));
    }

    /** @param path with its parameters in braces */
    record Operation(String method, String path, List<Parameter> query, List<Body> bodies) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Parameter(String name, JsonNode schema) {}

    /** @param type its media type */
    record Body(String type, JsonNode schema) {}
}
