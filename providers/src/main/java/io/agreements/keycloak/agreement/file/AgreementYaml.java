package io.agreements.keycloak.agreement.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Map<String, String> titles,
        Map<Integer, VersionYaml> versions) {

    private static final ObjectReader READER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
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

    /** @param draft true keeps the import from publishing it; times left out are the moment of the import */
    record VersionYaml(
            String label,
            Boolean material,
            AcceptanceMode acceptance,
            Boolean readToEnd,
            Boolean draft,
            OffsetDateTime publishedAt,
            OffsetDateTime effectiveAt,
            OffsetDateTime enforcedAt,
            Map<String, String> titles,
            Map<String, String> summaries) {

        static final VersionYaml DEFAULTS = new VersionYaml(null, null, null, null, null, null, null, null, null, null);

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
        } catch (IOException e) {
            throw new AgreementFileException(file + ": cannot be read: " + e.getMessage());
        }
    }
}
