package io.agreements.proof.ledger.check.reference;

import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Saying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Versions of agreements, held against what is on record of their publication. */
final class VersionBook {

    /** Before the language of a text whose digest is on record. */
    static final String DIGEST_OF = "digest.";

    private static final Map<String, String> TIMES = new LinkedHashMap<>();
    private static final Map<String, String> SETTINGS = Map.of("MATERIAL", "material", "ACCEPTANCE", "acceptance");

    static {
        TIMES.put("PUBLISHED_AT", "publishedAt");
        TIMES.put("EFFECTIVE_AT", "effectiveAt");
        TIMES.put("ENFORCED_AT", "enforcedAt");
        TIMES.put("RETRACTED_AT", "retractedAt");
    }

    private final Map<String, Agreement> agreements = new HashMap<>();

    /** When agreements of a key were removed, in ms. */
    private final Map<String, List<Long>> removals = new HashMap<>();

    private final List<Row> versions = new ArrayList<>();

    /** By id of the version, without what they say. */
    private final Map<String, List<Row>> texts = new HashMap<>();

    void addAgreement(Row row) {
        Agreement agreement = new Agreement(row.text("AGREEMENT_KEY"), row.number("REMOVED_AT"));
        agreements.put(row.text("ID"), agreement);
        if (agreement.isRemoved()) {
            removals.computeIfAbsent(agreement.key, any -> new ArrayList<>()).add(agreement.removedAt);
        }
    }

    void add(Row version) {
        versions.add(version);
    }

    void addText(Row text) {
        Map<String, Object> values = new LinkedHashMap<>(text.values());
        values.remove("CONTENT");
        texts.computeIfAbsent(text.text("VERSION_ID"), any -> new ArrayList<>()).add(new Row(text.table(), values));
    }

    /** @param publications all there are on record */
    void compare(Publications publications, Findings findings) {
        for (Row version : versions) {
            Agreement agreement = agreements.get(version.text("AGREEMENT_ID"));
            if (agreement != null) {
                StoredRecord latest = publications.latest(
                        agreement.key, version.number("VERSION_NUMBER"), begin(agreement), end(agreement));
                compare(version, latest, findings);
                if (latest != null && !isOfDraft(latest)) {
                    texts.getOrDefault(version.text("ID"), List.of()).stream()
                            .filter(text -> !latest.details().containsKey(DIGEST_OF + text.text("LOCALE")))
                            .forEach(text -> findings.add(
                                    Finding.of(Kind.SURPLUS, text, null, Saying.VERSION_UNPUBLISHED.of())));
                }
            }
        }
    }

    /** After an agreement is removed, another may get its key. */
    private long begin(Agreement agreement) {
        return removals.getOrDefault(agreement.key, List.of()).stream()
                .mapToLong(Long::longValue)
                .filter(removal -> !agreement.isRemoved() || removal < agreement.removedAt)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static long end(Agreement agreement) {
        return agreement.isRemoved() ? agreement.removedAt : Long.MAX_VALUE;
    }

    private static void compare(Row version, StoredRecord latest, Findings findings) {
        if (latest == null) {
            if (version.numberOrNull("PUBLISHED_AT") != null) {
                findings.add(Finding.of(Kind.CHANGED, version, "PUBLISHED_AT", Saying.VERSION_UNPUBLISHED.of()));
            }
            return;
        }
        boolean isDraft = isOfDraft(latest);
        TIMES.forEach((column, name) ->
                compare(version, column, isDraft ? null : latest.details().get(name), latest, findings));
        if (!isDraft) {
            SETTINGS.forEach(
                    (column, name) -> compare(version, column, latest.details().get(name), latest, findings));
        }
    }

    private static boolean isOfDraft(StoredRecord latest) {
        return "cancelled".equals(latest.details().get("action"));
    }

    private static void compare(Row version, String column, Object due, StoredRecord latest, Findings findings) {
        Object now = version.values().get(column);
        if (!Objects.equals(now, due)) {
            findings.add(Finding.of(
                    Kind.CHANGED,
                    version,
                    column,
                    Saying.VERSION_DIFFERS.of(now, due, latest.row().name())));
        }
    }

    /** @param removedAt in ms; 0 if it is not removed */
    private record Agreement(String key, long removedAt) {

        boolean isRemoved() {
            return removedAt != 0;
        }
    }
}
