package io.agreements.keycloak.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.keycloak.rest.BodyReader;
import io.agreements.keycloak.rest.admin.agreement.AgreementRepresentation;
import io.agreements.keycloak.rest.admin.agreement.DecisionImportRepresentation;
import io.agreements.keycloak.rest.admin.agreement.PublicationRepresentation;
import io.agreements.keycloak.rest.admin.agreement.RetractionRepresentation;
import io.agreements.keycloak.rest.admin.agreement.VersionRepresentation;
import io.agreements.keycloak.rest.admin.deletion.DeletionRequestRepresentation;
import io.agreements.keycloak.rest.admin.mailing.MailingRateRepresentation;
import io.agreements.keycloak.rest.admin.text.PreviewRepresentation;
import io.agreements.keycloak.rest.admin.text.TextRepresentation;
import io.agreements.keycloak.rest.user.MyDecisionRepresentation;
import java.io.CharConversionException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Bodies in JSON, read as the server reads them into each type that is received. */
final class BodyFuzzTest {

    private static final Trial TRIAL = new Trial("bodies of requests (JSON)");

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static final List<Received<?>> ALL = List.of(
            new Received<>(AgreementRepresentation.class, AgreementRepresentation::toSettings),
            new Received<>(VersionRepresentation.class, VersionRepresentation::toSettings),
            new Received<>(TextRepresentation.class, sent -> sent.toText("zh-Hans")),
            new Received<>(PublicationRepresentation.class, sent -> sent.toTimeline(NOW)),
            new Received<>(RetractionRepresentation.class, sent -> {}),
            new Received<>(PreviewRepresentation.class, sent -> {}),
            new Received<>(DecisionImportRepresentation.class, sent -> {}),
            new Received<>(MailingRateRepresentation.class, sent -> {}),
            new Received<>(DeletionRequestRepresentation.HoldRepresentation.class, sent -> {}),
            new Received<>(MyDecisionRepresentation.class, sent -> {}));

    @DictionaryEntries({
        "{\\\"key\\\":\\\"terms\\\"",
        ",\\\"requirement\\\":\\\"REQUIRED\\\"",
        ",\\\"bindingLocale\\\":\\\"zh-Hans\\\"",
        ",\\\"audience\\\":{\\\"type\\\":\\\"CLIENTS\\\",\\\"names\\\":[",
        ",\\\"reacceptAfterDays\\\":",
        "\\\"edits\\\":0",
        "\\\"publishedAt\\\":9000000000000000000",
        "\\\"effectiveAt\\\":",
        "\\\"enforcedAt\\\":-1",
        "\\\"content\\\":\\\"",
        "\\\"title\\\":\\\"",
        "\\\"number\\\":1",
        "null",
        "\\\\u0000",
        "\\\\ud800",
        "1e400",
        "[[[[",
        "}"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAndCheckedOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            boolean taken = false;
            for (Received<?> received : ALL) {
                taken |= received.isTaken(input);
            }
            return taken;
        });
    }

    private record Received<T>(Class<T> type, Consumer<T> check) {

        boolean isTaken(byte[] input) throws Exception {
            try {
                T sent = BodyReader.read(input, type);
                if (sent != null) {
                    check.accept(sent);
                }
                return sent != null;
            } catch (JsonProcessingException | CharConversionException e) {
                return false;
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
                return false;
            }
        }
    }
}
