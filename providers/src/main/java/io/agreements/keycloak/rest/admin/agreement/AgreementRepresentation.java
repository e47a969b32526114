package io.agreements.keycloak.rest.admin.agreement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.rest.SentJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An agreement for administrators. What is not a setting is ignored when it is sent.
 *
 * @param key what it is found by; it never changes
 * @param requirement to or from ACKNOWLEDGEMENT it does not change once a version is published
 * @param bindingLocale language tag of the text that binds; fixed once a version is published
 * @param position where it stands among the others on a page, ascending; 0 if left out
 * @param audience everybody if left out
 * @param reacceptAfterDays after how many days an acceptance has to be renewed; left out for never
 * @param edits how often the settings were changed; sent back with a change
 * @param titles by language tag, of the version in force or else the newest; not a setting
 * @param inForce number of the version in force, left out if there is none; not a setting
 * @param versions by ascending number, without the content of texts; not a setting
 */
@JsonDeserialize(using = SentJson.class)
public record AgreementRepresentation(
        String id,
        String key,
        Requirement requirement,
        String bindingLocale,
        Integer position,
        AudienceRepresentation audience,
        Integer reacceptAfterDays,
        Integer edits,
        Map<String, String> titles,
        Integer inForce,
        List<VersionRepresentation> versions) {

    /** @param missing names of its audience that no client or role has */
    public static AgreementRepresentation of(Agreement agreement, Set<String> missing, Instant now) {
        return new AgreementRepresentation(
                agreement.id(),
                agreement.key(),
                agreement.requirement(),
                agreement.bindingLocale(),
                agreement.position(),
                AudienceRepresentation.of(agreement.audience(), missing),
                agreement.reacceptAfterDays(),
                agreement.edits(),
                titles(agreement, now),
                agreement.inForce(now).map(Version::number).orElse(null),
                agreement.versions().stream()
                        .map(version -> VersionRepresentation.of(agreement, version, now))
                        .toList());
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public AgreementSettings toSettings() {
        return new AgreementSettings(
                key,
                requirement,
                bindingLocale,
                position == null ? 0 : position,
                audience == null ? Audience.EVERYBODY : audience.toAudience(),
                reacceptAfterDays);
    }

    private static Map<String, String> titles(Agreement agreement, Instant now) {
        return agreement
                .inForce(now)
                .or(() -> agreement.versions().stream().reduce((older, newer) -> newer))
                .map(Version::texts)
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(Text::locale, Text::title, (one, other) -> one, TreeMap::new));
    }
}
