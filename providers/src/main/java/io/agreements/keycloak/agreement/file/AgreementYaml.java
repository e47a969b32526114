package io.agreements.keycloak.agreement.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The shape of {@code agreement.yaml}. Keys it does not know are refused, so that a slip of the pen is not overlooked.
 *
 * @param titles by locale
 * @param versions settings by version number; a version directory without settings takes the defaults
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementYaml(
        Requirement requirement,
        String bindingLocale,
        Integer position,
        AudienceYaml audience,
        Integer reacceptAfterDays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Integer, VersionYaml> versions) {

    private static final int MOST_BYTES = 1024 * 1024;

    /** More than any value needs, however it is written. The parser's time grows with the square of it. */
    private static final int LONGEST_LINE = 16 * 1024;

    /** The settings have fewer levels. */
    private static final int DEEPEST = 8;

    private static final ObjectWriter WRITER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writerFor(AgreementYaml.class);

    private static final ObjectReader READER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AudienceYaml(Set<String> clients, String role) {

        /** @return null for everybody */
        static AudienceYaml of(Audience audience) {
            return switch (audience.type()) {
                case EVERYBODY -> null;
                case CLIENTS -> new AudienceYaml(new TreeSet<>(audience.names()), null);
                case ROLE -> new AudienceYaml(null, audience.names().iterator().next());
            };
        }

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
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> summaries) {

        static final VersionYaml DEFAULTS =
                new VersionYaml(null, null, null, null, null, null, null, null, null, null, null);

        /** @param commonTitles titles the version need not repeat */
        static VersionYaml of(Version version, Map<String, String> commonTitles) {
            Timeline timeline = version.timeline();
            return new VersionYaml(
                    version.label(),
                    version.material(),
                    version.acceptance(),
                    version.readToEnd(),
                    timeline.publishedAt() == null ? Boolean.TRUE : null,
                    string(timeline.publishedAt()),
                    string(timeline.effectiveAt()),
                    string(timeline.enforcedAt()),
                    string(timeline.retractedAt()),
                    version.texts().stream()
                            .filter(text -> !text.title().equals(commonTitles.get(text.locale())))
                            .collect(Collectors.toMap(Text::locale, Text::title)),
                    version.texts().stream()
                            .filter(text -> text.summary() != null)
                            .collect(Collectors.toMap(Text::locale, Text::summary)));
        }

        private static String string(Instant time) {
            return time == null ? null : time.toString();
        }

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
            if (value == null) {
                return null;
            }
            try {
                Instant moment = OffsetDateTime.parse(value).toInstant();
                Limits.requireMoment(key, moment);
                return moment;
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

    /** The settings of an agreement that is stored, with all its versions; titles that the newest ones share stand once. */
    static AgreementYaml of(Agreement agreement) {
        Map<String, String> titles = agreement.versions().stream()
                .flatMap(version -> version.texts().stream())
                .collect(Collectors.toMap(Text::locale, Text::title, (older, newer) -> newer));
        return new AgreementYaml(
                agreement.requirement(),
                agreement.bindingLocale(),
                agreement.position(),
                AudienceYaml.of(agreement.audience()),
                agreement.reacceptAfterDays(),
                titles,
                agreement.versions().stream()
                        .collect(Collectors.toMap(Version::number, version -> VersionYaml.of(version, titles))));
    }

    /** In UTF-8. */
    byte[] toBytes() {
        try {
            return WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that cannot be written as YAML", e);
        }
    }

    private static byte[] bytes(Path file) throws AgreementFileException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new AgreementFileException(file + ": has more than " + MOST_BYTES + " bytes");
            }
            requireLines(file, bytes);
            return bytes;
        }
    }

    private static void requireLines(Path file, byte[] bytes) throws AgreementFileException {
        int line = 1;
        int start = 0;
        for (int place = 0; place < bytes.length; place++) {
            if (bytes[place] == '\n') {
                line++;
                start = place + 1;
            } else if (place - start >= LONGEST_LINE) {
                throw new AgreementFileException(file + ": line " + line + " has more than " + LONGEST_LINE + " bytes");
            }
        }
    }

    static AgreementYaml read(Path file) throws AgreementFileException {
        try {
            AgreementYaml yaml = READER.readValue(bytes(file));
            if (yaml == null) {
                throw new AgreementFileException(file + ": is empty");
            }
            return yaml;
        } catch (JsonMappingException e) {
            throw new AgreementFileException(
                    file + ": " + e.getOriginalMessage() + " (at " + e.getPathReference() + ")");
        } catch (JsonProcessingException e) {
            throw new AgreementFileException(file + ": " + e.getOriginalMessage() + place(e));
        } catch (IOException e) {
            throw new AgreementFileException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** Where a bound is passed, the parser does not say where. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }
}
