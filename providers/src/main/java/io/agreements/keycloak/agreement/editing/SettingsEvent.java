package io.agreements.keycloak.agreement.editing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider.AgreementSettings;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.SettingsDetails;
import io.agreements.keycloak.ledger.details.SettingsDetails.Change;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The settings of an agreement are other ones now. Recorded are those that say whom it binds, to what and for how long,
 * once a version of it is published: before that there is nothing they could give another meaning.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param before the agreement as it was, with its versions
 * @param after its settings now
 */
public record SettingsEvent(KeycloakSession session, RealmModel realm, Agreement before, AgreementSettings after)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Map<String, Change> changes = changes();
        if (changes.isEmpty() || !before.isPublished()) {
            return;
        }
        Actor actor = Actor.of(session, null);
        ledger.append(LedgerRecord.of(new SettingsDetails(actor.kind(), actor.administratorId(), changes), realm, now)
                .shown(latest(now).binding(before.key(), before.bindingLocale()))
                .method(actor.method())
                .client(actor.clientId())
                .build());
    }

    /** What differs, by name. */
    Map<String, Change> changes() {
        AgreementSettings old = AgreementSettings.of(before);
        Map<String, Change> changes = new LinkedHashMap<>();
        compare(
                changes,
                "requirement",
                old.requirement().name(),
                after.requirement().name());
        compare(changes, "audience", words(old.audience()), words(after.audience()));
        compare(changes, "bindingLocale", old.bindingLocale(), after.bindingLocale());
        compare(changes, "reacceptAfterDays", old.reacceptAfterDays(), after.reacceptAfterDays());
        return changes;
    }

    private static void compare(Map<String, Change> changes, String name, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.put(name, new Change(from, to));
        }
    }

    private static String words(Audience audience) {
        return Stream.concat(
                        Stream.of(audience.type().name()),
                        audience.names().stream().sorted())
                .collect(Collectors.joining("\n"));
    }

    /** The version in force, or else the newest that is published. */
    private Version latest(Instant now) {
        return before.inForce(now)
                .or(() -> before.versions().stream()
                        .filter(version -> version.timeline().publishedAt() != null)
                        .reduce((older, newer) -> newer))
                .orElseThrow();
    }
}
