package io.agreements.keycloak.agreement.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of {@code agreement.yaml}. Keys it does not know are refused, so that a slip of the pen is not overlooked.
 *
 * @param titles by locale
 * @param versions settings by version number; a version directory without settings takes the defaults
 */
record AgreementYaml(
        Requirement requirement,
        String bindingLocale,
        Integer position,
        AudienceYaml audience,
        Integer reacceptAfterDays,
        Map<String, String> titles,
        Map<Integer, VersionYaml> versions) {

    private static final ObjectReader READER = YAMLMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build()
            .readerFor(AgreementYaml.class);

    AgreementYaml {
        titles = withoutBlanks(titles);
        versions = versions == null ? new LinkedHashMap<>() : new LinkedHashMap<>(versions);
        versions.replaceAll((number, settings) -> settings == null ? VersionYaml.DEFAULTS : settings);
        versions = Map.copyOf(versions);
    }

    /** Clients or a role, not both; without either, everybody. */
    record AudienceYaml(Set<String> clients, String role) {

        /** @throws IllegalArgumentException if it is both or neither, or a name is missing */
        Audience toAudience() {
            if ((clients == null) == (role == null)) {
                throw new IllegalArgumentException("is either clients or a role");
            }
            if (role != null) {
                return new Audience(Audience.Type.ROLE, Set.of(role));
            }
            if (clients.contains(null)) {
                throw new IllegalArgumentException("a client has no name");
            }
            return new Audience(Audience.Type.CLIENTS, clients);
        }
    }

    /** @param draft true keeps the import from publishing it; times left out are the moment of the import */
    record VersionYaml(
            String label,
            Boolean material,
            AcceptanceMode acceptance,
            Boolean readToEnd,
            Boolean draft,
            String publishedAt,
            String effectiveAt,
            String enforcedAt,
            String retractedAt,
            Map<String, String> titles,
            Map<String, String> summaries) {

        static final VersionYaml DEFAULTS =
                new VersionYaml(null, null, null, null, null, null, null, null, null, null, null);

        Instant published() {
            return time("publishedAt", publishedAt);
        }

        Instant effective() {
            return time("effectiveAt", effectiveAt);
        }

        Instant enforced() {
            return time("enforcedAt", enforcedAt);
        }

        Instant retracted() {
            return time("retractedAt", retractedAt);
        }

        /** @throws IllegalArgumentException if it is no time */
        private static Instant time(String key, String value) {
            try {
                return value == null ? null : OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        key + ": '" + value + "' is no time with its offset, such as 2026-12-01T00:00:00+08:00", e);
            }
        }

        VersionYaml {
            titles = withoutBlanks(titles);
            summaries = withoutBlanks(summaries);
        }
    }

    /** A key with nothing behind it is as good as none. */
    private static Map<String, String> withoutBlanks(Map<String, String> words) {
        return words == null
                ? Map.of()
                : words.entrySet().stream()
                        .filter(entry ->
                                entry.getValue() != null && !entry.getValue().isBlank())
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static AgreementYaml read(Path file) throws AgreementFileException {
        try {
            AgreementYaml yaml = READER.readValue(Files.readAllBytes(file));
            if (yaml == null) {
                throw new AgreementFileException(file + ": is empty");
            }
            return yaml;
        } catch (JsonMappingException e) {
            throw new AgreementFileException(
                    file + ": " + e.getOriginalMessage() + " (at " + e.getPathReference() + ")");
        } catch (JsonProcessingException e) {
            throw new AgreementFileException(file + ": " + e.getOriginalMessage() + " (line "
                    + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw new AgreementFileException(file + ": cannot be read: " + e.getMessage());
        }
    }
}
