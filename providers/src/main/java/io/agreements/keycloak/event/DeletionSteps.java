package io.agreements.keycloak.event;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequestEvent;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import java.time.Clock;
import java.util.Locale;

/** Records what happens to a deletion request until it is carried out. */
final class DeletionSteps {

    private final Clock clock;

    DeletionSteps(Clock clock) {
        this.clock = clock;
    }

    void record(DeletionRequestEvent event) {
        Actor actor = Actor.of(event.session(), event.user());
        DeletionRequest request = event.request();
        event.session()
                .getProvider(LedgerProvider.class)
                .append(LedgerRecord.of(RecordType.DELETION, event.realm(), clock.instant())
                        .user(event.user().getId())
                        .method(actor.method())
                        .client(actor.clientId())
                        .detail("stage", event.step().name().toLowerCase(Locale.ROOT))
                        .detail("dueAt", request.dueAt().toEpochMilli())
                        .detail(
                                "reason",
                                request.hold() == null ? null : request.hold().reason())
                        .detail("by", actor.kind())
                        .detail("administrator", actor.administratorId())
                        .identity(event.identity())
                        .connection(event.connection())
                        .build());
    }
}
