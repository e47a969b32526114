package io.agreements.keycloak.tests.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Examples for tools that keep realms keep what is this product's, and name what it knows. */
final class ExamplesTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ATTRIBUTE = Pattern.compile("agreements\\.[a-zA-Z.]+\\w");
    private static final List<String> REQUIRED_ACTIONS =
            List.of("agreement-acceptance", "agreement-account-deletion", "agreement-restriction");

    @Test
    void everyAttributeIsOneThatTheDocumentsExplain() throws IOException {
        String documents = read("docs/operators.md");

        assertThat(attributesIn(terraform()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        attributesIn(realm().path("attributes").toString()))
                .allSatisfy(attribute -> assertThat(documents).contains("`" + attribute + "`"));
    }

    @Test
    void allRequiredActionsAreNamedSoThatNoneIsTakenAway() throws IOException {
        String terraform = terraform();

        assertThat(texts(realm().path("requiredActions"), "alias"))
                .containsExactlyInAnyOrderElementsOf(REQUIRED_ACTIONS);
        assertThat(REQUIRED_ACTIONS).allSatisfy(action -> assertThat(terraform).contains("\"" + action + "\""));
    }

    @Test
    void theRegistrationFlowHasTheStepBelowTheOneThatMakesTheUser() throws IOException {
        JsonNode form = StreamSupport.stream(realm().path("authenticationFlows").spliterator(), false)
                .filter(flow -> flow.path("providerId").asText().equals("form-flow"))
                .findFirst()
                .orElseThrow();

        assertThat(texts(form.path("authenticationExecutions"), "authenticator"))
                .containsSubsequence("registration-user-creation", "registration-agreements");
        assertThat(realm().path("registrationFlow").asText()).isEqualTo("registration-with-agreements");
        assertThat(terraform()).contains("\"registration-agreements\"", "registration_flow = ");
    }

    @Test
    void themesListenerAndPolicyAreThere() throws IOException {
        JsonNode realm = realm();

        assertThat(realm.path("eventsListeners").toString()).contains("agreements", "jboss-logging");
        assertThat(List.of("loginTheme", "adminTheme", "accountTheme"))
                .allSatisfy(theme -> assertThat(realm.path(theme).asText()).isEqualTo("agreements"));
        assertThat(realm.path("clientProfiles").toString()).contains("\"executor\":\"agreements-accepted\"");
        assertThat(terraform())
                .contains(
                        "events_listeners = [\"jboss-logging\", \"agreements\"]",
                        "terraform_deletion_protection = true")
                .contains("name = \"agreements-accepted\"");
    }

    @Test
    void theOtherToolIsToldToDeleteNothing() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve("realm-config/keycloak-config-cli/application.properties")))
                .filteredOn(line -> line.startsWith("import.managed."))
                .contains(
                        "import.managed.required-action=no-delete",
                        "import.managed.component=no-delete",
                        "import.managed.authentication-flow=no-delete")
                .allMatch(line -> line.endsWith("=no-delete"));
    }

    private static Stream<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(field).asText());
    }

    private static List<String> attributesIn(String text) {
        return ATTRIBUTE
                .matcher(text)
                .results()
                .map(found -> found.group())
                .filter(name -> !name.contains(".alias") && !name.endsWith(".name"))
                .distinct()
                .toList();
    }

    private static JsonNode realm() throws IOException {
        return new YAMLMapper()
                .readTree(PROJECT.resolve("realm-config/keycloak-config-cli/shop.yaml")
                        .toFile());
    }

    private static String terraform() throws IOException {
        return read("realm-config/terraform/main.tf");
    }

    private static String read(String file) throws IOException {
        return Files.readString(PROJECT.resolve(file));
    }
}
