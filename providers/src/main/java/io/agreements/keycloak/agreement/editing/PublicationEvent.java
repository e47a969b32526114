package io.agreements.keycloak.agreement.editing;

import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.PublicationDetails;
import io.agreements.keycloak.ledger.details.PublicationDetails.Action;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The publication of a version was decided or taken back.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param agreementKey key of the agreement
 * @param bindingLocale language tag of the text that binds
 * @param version the version as it was before it was retracted, or as it is now published
 * @param action what was done
 * @param articles how many were recognised in each language, where they differ and the version says why; else none
 */
public record PublicationEvent(
        KeycloakSession session,
        RealmModel realm,
        String agreementKey,
        String bindingLocale,
        Version version,
        Action action,
        Map<String, Integer> articles)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = Actor.of(session, null);
        ledger.append(LedgerRecord.of(details(actor), realm, now)
                .shown(version.binding(agreementKey, bindingLocale))
                .method(actor.method())
                .client(actor.clientId())
                .build());
    }

    private PublicationDetails details(Actor actor) {
        Timeline timeline = version.timeline();
        return new PublicationDetails(
                action,
                actor.kind(),
                actor.administratorId(),
                version.material(),
                version.acceptance().name(),
                millis(timeline.publishedAt()),
                millis(timeline.effectiveAt()),
                millis(timeline.enforcedAt()),
                millis(timeline.retractedAt()),
                articles.isEmpty() ? null : version.articlesDiffer(),
                articles,
                version.texts().stream().collect(Collectors.toMap(Text::locale, Text::digest)));
    }

    private static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
