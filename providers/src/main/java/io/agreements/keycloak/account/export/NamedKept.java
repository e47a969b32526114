package io.agreements.keycloak.account.export;

import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.kept.KeptKind;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects from records which wordings and settings they name, each once. */
final class NamedKept {

    private final SortedSet<Name> names =
            new TreeSet<>(Comparator.comparing(Name::kind).thenComparing(Name::digest));

    void add(LedgerRecord entry) {
        if (entry.shown() != null && entry.shown().wordingDigest() != null) {
            names.add(new Name(KeptKind.WORDING, entry.shown().wordingDigest()));
        }
        if (entry.settingsDigest() != null) {
            names.add(new Name(KeptKind.SETTINGS, entry.settingsDigest()));
        }
    }

    List<Name> names() {
        return List.copyOf(names);
    }

    /** One of them. */
    record Name(KeptKind kind, String digest) {

        String path() {
            ExportFile directory = switch (kind) {
                case WORDING -> ExportFile.WORDINGS;
                case SETTINGS -> ExportFile.SETTINGS;
            };
            return directory.path() + digest + ".json";
        }
    }
}
