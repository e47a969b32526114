package io.agreements.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OpenApiDocumentTest {

    private static final Path CURRENT = Path.of("target", "openapi.yaml");
    private static final Path PUBLISHED = Path.of("..", "docs", "openapi.yaml");

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        String current = new OpenApiDocument(Path.of("target", "classes"), Path.of("src", "main", "java")).toYaml();
        Files.writeString(CURRENT, current);

        assertThat(PUBLISHED)
                .as("After a change of the REST interface: cp providers/target/openapi.yaml docs/openapi.yaml")
                .hasContent(current);
    }
}
