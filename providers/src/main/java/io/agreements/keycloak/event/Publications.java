package io.agreements.keycloak.event;

import io.agreements.keycloak.account.mailing.Mailing;
import io.agreements.keycloak.account.mailing.MailingDoneEvent;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.PublicationEvent;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** Records which text was published for when, by whom, that users were told by mail, and that it was taken back. */
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
                .shown(binding(event.agreementKey(), event.bindingLocale(), version))
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

    /** The task that ends a mailing is nobody's; who started it is. */
    void record(MailingDoneEvent event) {
        Agreement agreement = event.subject().agreement();
        Mailing mailing = event.mailing();
        event.session()
                .getProvider(LedgerProvider.class)
                .append(LedgerRecord.of(RecordType.PUBLICATION, event.realm(), mailing.finishedAt())
                        .shown(binding(
                                agreement.key(),
                                agreement.bindingLocale(),
                                event.subject().version()))
                        .method(Method.ADMIN)
                        .detail("action", "mailed")
                        .detail("by", "administrator")
                        .detail("administrator", mailing.administratorId())
                        .detail("startedAt", mailing.startedAt().toEpochMilli())
                        .detail("sent", mailing.progress().sent())
                        .detail("failed", mailing.progress().failed())
                        .build());
    }

    private static Shown binding(String agreementKey, String bindingLocale, Version version) {
        Text binding = version.text(bindingLocale).orElseThrow();
        return new Shown(agreementKey, version.number(), binding.locale(), binding.digest(), null, null, null);
    }

    private static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
