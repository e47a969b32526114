package io.agreements.keycloak.rest;

import io.agreements.keycloak.rest.JavadocComments.Comment;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/** The REST interfaces in OpenAPI: paths and types from the classes, words from what their sources say. */
final class OpenApiDocument {

    private static final String TOKEN = "token";
    private static final String REFUSAL = "Refusal";

    private final Path classes;
    private final JavadocComments comments;
    private final JavadocComments commentsOfRest;
    private final Map<Operation, Comment> described = new IdentityHashMap<>();

    /** Of operations at one address that were joined into one, which has the words of one of them. */
    private final Map<String, Comment> joined = new HashMap<>();

    /**
     * @param classes directory of the compiled classes
     * @param sources directory of their sources
     */
    OpenApiDocument(Path classes, Path sources) {
        this.classes = classes;
        this.comments = JavadocComments.in(sources);
        this.commentsOfRest = JavadocComments.in(
                sources.resolve(OpenApiDocument.class.getPackageName().replace('.', '/')));
    }

    String toYaml() throws IOException {
        return SmallRyeOpenAPI.builder()
                .withIndex(index())
                .enableStandardStaticFiles(false)
                .enableModelReader(false)
                .withInitialModel(frame())
                .withOperationHandler(this::describe)
                .addFilter(new Words())
                .build()
                .toYAML();
    }

    private Index index() throws IOException {
        Indexer indexer = new Indexer();
        indexer.indexClass(OpenApiRoots.class);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>)
                    files.filter(name -> name.toString().endsWith(".class")).sorted()::iterator) {
                try (var content = Files.newInputStream(file)) {
                    indexer.index(content);
                }
            }
        }
        return indexer.complete();
    }

    private static OpenAPI frame() {
        return OASFactory.createOpenAPI()
                .info(OASFactory.createInfo()
                        .title("Keycloak Agreements")
                        .version("1")
                        .description("Times are milliseconds since 1970 in UTC; what is null is left out."))
                .components(
                        OASFactory.createComponents()
                                .addResponse(REFUSAL, refusal())
                                .addSecurityScheme(
                                        TOKEN,
                                        OASFactory.createSecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "An access token of an administrator of the realm; below /me, of the user and for the client account.")))
                .security(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
    }

    /** Parameters come later than this, and are described when all is there. */
    private void describe(Operation operation, ClassInfo resource, MethodInfo method) {
        commentsOfRest
                .onMethod(method.declaringClass().simpleName(), method.name())
                .ifPresent(said -> {
                    operation.setSummary(said.firstSentence());
                    operation.setDescription(
                            said.answers() == null ? said.words() : said.words() + " Answer: " + said.answers() + ".");
                    described.put(operation, said);
                    joined.merge(operation.getDescription(), said, OpenApiDocument::withMoreParameters);
                });
    }

    private static Comment withMoreParameters(Comment one, Comment other) {
        return one.parameters().size() >= other.parameters().size() ? one : other;
    }

    private static APIResponse refusal() {
        Schema body = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("errorMessage", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        return OASFactory.createAPIResponse()
                .description("It was refused: errorMessage says why and what to do.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(body)));
    }

    /** Adds what is the same everywhere, and what the sources say of records. */
    private final class Words implements OASFilter {

        @Override
        public Operation filterOperation(Operation operation) {
            Comment said = described.get(operation);
            Comment others = joined.get(operation.getDescription());
            if (said != null && operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> {
                    String name = parameter.getName();
                    parameter.setDescription(said.parameters()
                            .getOrDefault(name, others.parameters().get(name)));
                });
            }
            operation.getResponses().getAPIResponses().forEach((code, response) -> {
                if (response.getDescription() == null) {
                    response.setDescription(Response.Status.fromStatusCode(Integer.parseInt(code))
                            .getReasonPhrase());
                }
            });
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref(REFUSAL));
            return operation;
        }

        @Override
        public void filterOpenAPI(OpenAPI document) {
            document.getComponents()
                    .getSchemas()
                    .forEach((name, schema) -> commentsOfRest
                            .onClass(name)
                            .or(() -> comments.onClass(name))
                            .ifPresent(said -> describe(schema, said)));
        }

        private static void describe(Schema schema, Comment said) {
            schema.setDescription(said.words().isEmpty() ? null : said.words());
            if (schema.getProperties() != null) {
                schema.getProperties()
                        .forEach((property, type) ->
                                type.setDescription(said.parameters().get(property)));
            }
        }
    }
}
