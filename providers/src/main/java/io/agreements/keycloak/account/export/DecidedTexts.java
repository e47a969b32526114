package io.agreements.keycloak.account.export;

import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects from records which texts their user decided on, each once. */
final class DecidedTexts {

    private final SortedSet<Key> keys = new TreeSet<>(
            Comparator.comparing(Key::agreementKey).thenComparing(Key::version).thenComparing(Key::locale));

    void add(LedgerRecord entry) {
        Shown shown = entry.shown();
        if (entry.type() == RecordType.ACCEPTANCE && shown != null && shown.locale() != null) {
            keys.add(new Key(shown.agreementKey(), shown.versionNumber(), shown.locale()));
        }
    }

    List<Key> keys() {
        return List.copyOf(keys);
    }

    /** One text. */
    record Key(String agreementKey, int version, String locale) {

        /** @return empty if the catalogue does not have it */
        Optional<Text> in(Catalogue catalogue) {
            return catalogue
                    .find(agreementKey)
                    .flatMap(agreement -> agreement.version(version))
                    .flatMap(found -> found.text(locale));
        }

        String path() {
            return ExportFile.AGREEMENTS.path() + agreementKey + "/" + version + "/" + locale + ".md";
        }
    }
}
