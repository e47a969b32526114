package io.agreements.keycloak.event;

import io.agreements.keycloak.account.report.ReportEvent;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import java.time.Clock;

/** Records what users report about their accounts, and what was done about it. */
final class Reports {

    private final Clock clock;

    Reports(Clock clock) {
        this.clock = clock;
    }

    void record(ReportEvent event) {
        Actor actor = Actor.of(event.session(), event.user());
        event.session()
                .getProvider(LedgerProvider.class)
                .append(LedgerRecord.of(RecordType.REPORT, event.realm(), clock.instant())
                        .user(event.user().getId())
                        .method(actor.method())
                        .client(actor.clientId())
                        .detail("reason", "notMe")
                        .detail("sessionsEnded", event.report().sessionsEnded())
                        .detail("passwordAsked", event.report().passwordAsked())
                        .identity(event.identity())
                        .connection(event.connection())
                        .build());
    }
}
