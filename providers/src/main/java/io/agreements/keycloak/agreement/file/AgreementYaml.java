package io.agreements.keycloak.agreement.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The shape of {@code agreement.yaml}, as it is written; {@link SettingsReader} reads it.
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

    private static final ObjectWriter WRITER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writerFor(AgreementYaml.class);

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
    }

    /** @param draft true keeps the import from publishing it; times left out are the moment of the import */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionYaml(
            String label,
            Boolean material,
            AcceptanceMode acceptance,
            Boolean readToEnd,
            String articlesDiffer,
            Boolean draft,
            String publishedAt,
            String effectiveAt,
            String enforcedAt,
            String retractedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> summaries) {

        static final VersionYaml DEFAULTS =
                new VersionYaml(null, null, null, null, null, null, null, null, null, null, null, null);

        /** @param commonTitles titles the version need not repeat */
        static VersionYaml of(Version version, Map<String, String> commonTitles) {
            Timeline timeline = version.timeline();
            return new VersionYaml(
                    version.label(),
                    version.material(),
                    version.acceptance(),
                    version.readToEnd(),
                    version.articlesDiffer(),
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
}
