package io.agreements.keycloak.acceptance.decision;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A user has decided: the decision becomes the standing, and goes on record if nobody else was faster. A refusal of what is
 * required takes the clearance from all sessions of the user; what is refused of an optional agreement leaves nothing owed.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param userId id of the user
 * @param decisions at least one
 * @param decidedAt when, in UTC
 * @param method how
 * @param clientId the client being signed in to; null if none
 * @param identity who it was
 * @param connection where it came from
 * @param importedFrom what it was read from that was made elsewhere; null if it was made here
 * @param overtaken told of each decision that another one was faster than: it neither stands nor is on record
 */
public record DecisionEvent(
        KeycloakSession session,
        RealmModel realm,
        String userId,
        List<Taken> decisions,
        Instant decidedAt,
        Method method,
        String clientId,
        Identity identity,
        Connection connection,
        String importedFrom,
        Consumer<Taken> overtaken)
        implements RecordableEvent {

    /**
     * One decision.
     *
     * @param agreementId id of the agreement
     * @param mode how it came about: by saying so, or by going on
     * @param attention clauses the user's attention was drawn to, in the order of the text; empty if none were shown
     * @param previous the standing it replaces, as it was when the user was asked; null if there was none
     */
    public record Taken(
            String agreementId,
            Decision decision,
            AcceptanceMode mode,
            Shown shown,
            List<ShownClause> attention,
            Standing previous) {

        public Taken {
            attention = List.copyOf(attention);
        }
    }

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        AcceptanceProvider acceptances = session.getProvider(AcceptanceProvider.class);
        if (isOfOldUser() && !acceptances.knownUsers().hold(userId)) {
            throw new UserGoneException(userId);
        }
        boolean refused = false;
        List<LedgerRecord> standing = new ArrayList<>();
        if (isOfNewUser()) {
            decisions.forEach(taken -> standing.add(entry(ledger, taken, now)));
            acceptances.begin(realm, userId, standings(standing));
        } else {
            for (Taken taken : decisions) {
                LedgerRecord entry = entry(ledger, taken, now);
                if (acceptances.replace(realm, userId, taken.previous(), Standing.of(taken.agreementId(), entry))) {
                    standing.add(entry);
                    refused |= isRefusal(taken);
                } else {
                    overtaken.accept(taken);
                }
            }
        }
        ledger.appendAll(standing);
        if (refused) {
            Clearance.revoke(session, realm, userId);
        }
    }

    private List<Standing> standings(List<LedgerRecord> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> Standing.of(decisions.get(i).agreementId(), entries.get(i)))
                .toList();
    }

    private boolean isRefusal(Taken taken) {
        return !taken.decision().isAffirmative() && agreement(taken).stream().allMatch(Agreement::isRequired);
    }

    private Optional<Agreement> agreement(Taken taken) {
        return session.getProvider(AgreementProvider.class).catalogue(realm).agreements().stream()
                .filter(agreement -> agreement.id().equals(taken.agreementId()))
                .findFirst();
    }

    /** Who is made in this transaction cannot be removed by another; of many that are taken over the sweep sees to the rest. */
    private boolean isOfOldUser() {
        return !isOfNewUser() && method != Method.IMPORT;
    }

    /** Who is made in this transaction has decided nothing before, and has no session that a refusal could reach. */
    private boolean isOfNewUser() {
        return method == Method.REGISTRATION;
    }

    private LedgerRecord entry(LedgerProvider ledger, Taken taken, Instant now) {
        return LedgerRecord.of(details(taken), realm, now)
                .occurredAt(decidedAt)
                .user(userId)
                .decision(taken.decision(), taken.shown())
                .settings(settings(ledger, taken))
                .method(method)
                .client(clientId)
                .identity(identity)
                .connection(connection)
                .build();
    }

    private String settings(LedgerProvider ledger, Taken taken) {
        return agreement(taken)
                .flatMap(agreement -> agreement
                        .version(taken.shown().versionNumber())
                        .map(version -> DecisionSettings.of(agreement, version)))
                .map(settings -> {
                    ledger.keep(settings);
                    return settings.digest();
                })
                .orElse(null);
    }

    private AcceptanceDetails details(Taken taken) {
        return new AcceptanceDetails(
                taken.mode() == AcceptanceMode.EXPLICIT ? null : taken.mode().name(), importedFrom, taken.attention());
    }
}
