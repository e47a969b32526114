package io.agreements.keycloak.acceptance.decision;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Timeline;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.kept.Kept;
import io.agreements.keycloak.ledger.kept.KeptKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What gave a decision its meaning: settings of the agreement and of the version decided on, as they were then. */
final class DecisionSettings {

    private static final int FORM = 1;

    private DecisionSettings() {}

    static Kept of(Agreement agreement, Version version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", FORM);
        fields.put("agreement", agreement.key());
        fields.put("requirement", agreement.requirement().name());
        fields.put("bindingLocale", agreement.bindingLocale());
        fields.put("audience", agreement.audience().type().name());
        fields.put(
                "audienceNames",
                agreement.audience().names().isEmpty()
                        ? null
                        : agreement.audience().names().stream().sorted().toList());
        fields.put("reacceptAfterDays", agreement.reacceptAfterDays());
        fields.put("version", version.number());
        fields.put("label", version.label());
        fields.put("material", version.material());
        fields.put("acceptance", version.acceptance().name());
        fields.put("readToEnd", version.readToEnd());
        putMoments(fields, version.timeline());
        return Kept.of(KeptKind.SETTINGS, fields);
    }

    private static void putMoments(Map<String, Object> fields, Timeline timeline) {
        fields.put("publishedAt", millis(timeline.publishedAt()));
        fields.put("effectiveAt", millis(timeline.effectiveAt()));
        fields.put("enforcedAt", millis(timeline.enforcedAt()));
        fields.put("retractedAt", millis(timeline.retractedAt()));
    }

    private static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
