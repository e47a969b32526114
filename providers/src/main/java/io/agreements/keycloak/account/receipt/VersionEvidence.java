package io.agreements.keycloak.account.receipt;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.kept.DecisionsAlike;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.version.VersionManifest;
import io.agreements.proof.receipt.version.VersionManifest.KeptText;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import io.agreements.proof.receipt.version.VersionPack;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Evidence of one version of an agreement: its texts, each wording under which it was shown, and what became of it. It tells of
 * no user. What it needs is read bit by bit while it is written, each bit in a transaction of its own.
 */
public final class VersionEvidence {

    /** Records, or wordings, read at once. */
    private static final int PAGE = 20;

    private final KeycloakSessionFactory sessions;
    private final KeycloakContext context;
    private final String agreementKey;
    private final int number;
    private final Map<String, Object> coverage;
    private final Instant startedAt;

    /**
     * @param session of the request, whose realm is meant
     * @param coverage numbers of users, with the moment they were counted at; whatever JSON has
     * @param startedAt publications before this moment are meant
     */
    public VersionEvidence(
            KeycloakSession session, String agreementKey, int number, Map<String, Object> coverage, Instant startedAt) {
        this.sessions = session.getKeycloakSessionFactory();
        this.context = session.getContext();
        this.agreementKey = agreementKey;
        this.number = number;
        this.coverage = Map.copyOf(coverage);
        this.startedAt = startedAt;
    }

    /**
     * Leaves the stream open.
     *
     * @throws IOException if the reader has gone
     * @throws RuntimeException if something cannot be read; what has been written cannot be opened then
     */
    public void write(OutputStream stream) throws IOException {
        VersionManifest manifest = reading(this::manifest);
        VersionPack.Writer pack = new VersionPack.Writer(stream, manifest);
        for (KeptText text : manifest.texts()) {
            pack.add(text, reading(session -> content(session, text)));
        }
        for (List<KeptWording> some : parts(manifest.wordings())) {
            for (Shown shown : reading(session -> shown(session, some))) {
                pack.add(shown.wording(), shown.content(), shown.receipt());
            }
        }
        for (List<String> some : parts(manifest.records())) {
            for (Map.Entry<String, Receipt> receipt :
                    reading(session -> receipts(session, some)).entrySet()) {
                pack.add(receipt.getKey(), receipt.getValue());
            }
        }
        pack.finish();
    }

    private VersionManifest manifest(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        LedgerProvider ledger = session.getProvider(LedgerProvider.class);
        Agreement agreement = session.getProvider(AgreementProvider.class)
                .catalogue(realm)
                .find(agreementKey)
                .orElseThrow();
        Version version = agreement.version(number).orElseThrow();
        List<DecisionsAlike> decisions = ledger.decisionsAlike(realm, agreementKey, number);
        Map<String, Object> counts = new TreeMap<>(coverage);
        counts.put("ledger", new RecordedDecisions(decisions).counts());
        return new VersionManifest(
                realm.getName(),
                agreementKey,
                number,
                Optional.ofNullable(version.label()),
                agreement.bindingLocale(),
                startedAt.toEpochMilli(),
                version.texts().stream()
                        .sorted(Comparator.comparing(Text::locale))
                        .map(text -> new KeptText(text.locale(), text.digest(), text.title()))
                        .toList(),
                new RecordedDecisions(decisions).wordings(),
                publications(realm, ledger),
                counts);
    }

    /** The earliest first. */
    private List<String> publications(RealmModel realm, LedgerProvider ledger) {
        List<String> ids = new ArrayList<>();
        RecordQuery query =
                new RecordQuery(Set.of(), Set.of(RecordType.PUBLICATION), agreementKey, null, startedAt, 0, PAGE);
        List<LedgerRecord> page;
        do {
            page = ledger.find(realm, query);
            page.stream()
                    .filter(record -> record.shown() != null && record.shown().versionNumber() == number)
                    .map(LedgerRecord::id)
                    .forEach(ids::add);
            query = query.behind(page);
        } while (page.size() == PAGE);
        Collections.reverse(ids);
        return ids;
    }

    private byte[] content(KeycloakSession session, KeptText text) {
        AgreementProvider agreements = session.getProvider(AgreementProvider.class);
        return agreements
                .catalogue(session.getContext().getRealm())
                .find(agreementKey)
                .flatMap(agreement -> agreement.version(number))
                .flatMap(version -> version.text(text.locale()))
                .flatMap(agreements::content)
                .orElseThrow();
    }

    private static List<Shown> shown(KeycloakSession session, List<KeptWording> wordings) {
        RealmModel realm = session.getContext().getRealm();
        LedgerProvider ledger = session.getProvider(LedgerProvider.class);
        ReceiptMaker maker = new ReceiptMaker(session, realm);
        return wordings.stream()
                .map(wording -> new Shown(
                        wording,
                        ledger.kept(KeptKind.WORDING, wording.digest())
                                .map(Kept::content)
                                .orElseThrow(),
                        wording.record()
                                .flatMap(id -> ledger.logged(realm, id))
                                .map(record -> maker.make(record, Set.of()))))
                .toList();
    }

    private static Map<String, Receipt> receipts(KeycloakSession session, List<String> ids) {
        RealmModel realm = session.getContext().getRealm();
        LedgerProvider ledger = session.getProvider(LedgerProvider.class);
        ReceiptMaker maker = new ReceiptMaker(session, realm);
        Map<String, Receipt> receipts = new LinkedHashMap<>();
        for (String id : ids) {
            receipts.put(id, maker.make(ledger.logged(realm, id).orElseThrow(), ReceiptMaker.FOR_ADMINISTRATORS));
        }
        return receipts;
    }

    private <T> T reading(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, context, work::apply, "part of the evidence of a version");
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int first = 0; first < all.size(); first += PAGE) {
            parts.add(all.subList(first, Math.min(first + PAGE, all.size())));
        }
        return parts;
    }

    private record Shown(KeptWording wording, byte[] content, Optional<Receipt> receipt) {}
}
