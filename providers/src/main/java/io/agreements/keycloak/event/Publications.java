package io.agreements.keycloak.event;

import io.agreements.keycloak.agreement.PublicationEvent;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** Records which text was published for when, by whom, and that it was taken back. */
final class Publications {

    private final Clock clock;

    Publications(Clock clock) {
        this.clock = clock;
    }

    void record(PublicationEvent event) {
        Actor actor = Actor.of(event.session(), null);
        Version version = event.version();
        Timeline timeline = version.timeline();
        LedgerRecord.Builder entry = LedgerRecord.of(RecordType.PUBLICATION, event.realm(), clock.instant())
                .shown(binding(event))
                .method(actor.method())
                .client(actor.clientId())
                .detail("action", event.action().name().toLowerCase(Locale.ROOT))
                .detail("by", actor.kind())
                .detail("administrator", actor.administratorId())
                .detail("material", version.material())
                .detail("acceptance", version.acceptance().name())
                .detail("publishedAt", millis(timeline.publishedAt()))
                .detail("effectiveAt", millis(timeline.effectiveAt()))
                .detail("enforcedAt", millis(timeline.enforcedAt()))
                .detail("retractedAt", millis(timeline.retractedAt()));
        version.texts().forEach(text -> entry.detail("digest." + text.locale(), text.digest()));
        event.session().getProvider(LedgerProvider.class).append(entry.build());
    }

    private static Shown binding(PublicationEvent event) {
        Version version = event.version();
        Text binding = version.text(event.bindingLocale()).orElseThrow();
        return new Shown(event.agreementKey(), version.number(), binding.locale(), binding.digest(), null, null, null);
    }

    private static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
