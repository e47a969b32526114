package io.agreements.keycloak.account.receipt;

import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.LoggedRecord;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import io.agreements.keycloak.ledger.log.LogEvidence;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.receipt.Disclosures;
import io.agreements.proof.receipt.Disclosures.Disclosure;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.ReceiptFile;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Makes receipts of records: all that it takes to verify one without the server. */
public final class ReceiptMaker {

    /** What users get to see of records about themselves: neither who administers, nor what such a one wrote. */
    public static final Set<ErasableGroup> FOR_USERS =
            Set.of(ErasableGroup.SUBJECT, ErasableGroup.IDENTITY, ErasableGroup.CONNECTION);

    public static final Set<ErasableGroup> FOR_ADMINISTRATORS = Set.of(ErasableGroup.values());

    private final RealmModel realm;
    private final AgreementProvider agreements;
    private final LedgerProvider ledger;

    public ReceiptMaker(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.agreements = session.getProvider(AgreementProvider.class);
        this.ledger = session.getProvider(LedgerProvider.class);
    }

    /** @param opened what of it is disclosed with the salts, as far as it is not erased */
    public Receipt make(LoggedRecord record, Set<ErasableGroup> opened) {
        RecordForm form = record.form();
        Map<ReceiptFile, byte[]> parts = new EnumMap<>(ReceiptFile.class);
        parts.put(ReceiptFile.RECORD, form.bytes());
        text(form).ifPresent(text -> parts.put(ReceiptFile.TEXT, text));
        kept(KeptKind.WORDING, form.wording()).ifPresent(kept -> parts.put(ReceiptFile.WORDING, kept));
        kept(KeptKind.SETTINGS, form.settings()).ifPresent(kept -> parts.put(ReceiptFile.SETTINGS, kept));
        parts.put(ReceiptFile.DISCLOSURES, disclosures(record.entry(), opened).bytes());
        record.index().flatMap(ledger.log(realm)::evidence).ifPresent(evidence -> add(evidence, parts));
        return Receipt.of(parts);
    }

    private static void add(LogEvidence evidence, Map<ReceiptFile, byte[]> parts) {
        parts.put(ReceiptFile.PROOF, bytes(evidence.proof().toString()));
        parts.put(ReceiptFile.KEYS, bytes(evidence.keys()));
        parts.put(ReceiptFile.POLICY, bytes(evidence.policy()));
        evidence.timeStamp().ifPresent(stamp -> parts.put(ReceiptFile.TIME_STAMP, stamp));
    }

    private Optional<byte[]> text(RecordForm form) {
        return Optional.ofNullable(form.text())
                .flatMap(digest -> agreements.catalogue(realm).find(form.agreement()))
                .flatMap(agreement -> agreement.version(form.version()))
                .flatMap(version -> version.text(form.locale()))
                .flatMap(agreements::content);
    }

    private Optional<byte[]> kept(KeptKind kind, String digest) {
        return Optional.ofNullable(digest)
                .flatMap(named -> ledger.kept(kind, named))
                .map(Kept::content);
    }

    private static Disclosures disclosures(LedgerRecord entry, Set<ErasableGroup> opened) {
        Map<String, Disclosure> groups = new TreeMap<>();
        for (ErasableGroup group : opened) {
            Commitment commitment = entry.commitments().get(group);
            SortedMap<String, String> values = entry.values(group);
            if (commitment != null && commitment.salt() != null && !values.isEmpty()) {
                groups.put(field(group), new Disclosure(commitment.salt(), values));
            }
        }
        return new Disclosures(groups);
    }

    private static String field(ErasableGroup group) {
        return switch (group) {
            case SUBJECT -> "subject";
            case IDENTITY -> "identity";
            case CONNECTION -> "connection";
            case ACTOR -> "actor";
            case FREE_TEXT -> "freeText";
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
