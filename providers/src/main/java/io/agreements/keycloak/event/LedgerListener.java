package io.agreements.keycloak.event;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.RecordableEvent;
import java.time.Clock;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Has everything recorded that asks to be. */
final class LedgerListener implements ProviderEventListener {

    private final Clock clock;

    LedgerListener(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RecordableEvent recordable) {
            LedgerProvider ledger = recordable.session().getProvider(LedgerProvider.class);
            Atomically.run(recordable.session(), () -> recordable.writeTo(ledger, clock.instant()));
        }
    }
}
