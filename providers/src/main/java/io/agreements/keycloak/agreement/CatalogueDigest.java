package io.agreements.keycloak.agreement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest of all that users can see of agreements, or will at some time: of drafts nothing. Agreements that come to be
 * as they were have the digest they had.
 */
final class CatalogueDigest {

    private static final int ABSENT = -1;

    private final MessageDigest digest;

    private CatalogueDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(List<Agreement> agreements) {
        CatalogueDigest digest = new CatalogueDigest();
        agreements.forEach(digest::add);
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    private void add(Agreement agreement) {
        add(
                agreement.id(),
                agreement.key(),
                agreement.requirement(),
                agreement.bindingLocale(),
                agreement.position(),
                agreement.audience().type(),
                agreement.audience().names().stream().sorted().toList(),
                agreement.reacceptAfterDays());
        agreement.versions().stream()
                .filter(version -> version.timeline().publishedAt() != null)
                .forEach(this::add);
    }

    private void add(Version version) {
        Timeline timeline = version.timeline();
        add(
                version.number(),
                version.label(),
                version.material(),
                version.acceptance(),
                version.readToEnd(),
                timeline.publishedAt(),
                timeline.effectiveAt(),
                timeline.enforcedAt(),
                timeline.retractedAt());
        version.texts().forEach(text -> add(text.locale(), text.title(), text.summary(), text.digest()));
    }

    private void add(Object... fields) {
        addLength(fields.length);
        for (Object field : fields) {
            if (field == null) {
                addLength(ABSENT);
            } else {
                byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
                addLength(bytes.length);
                digest.update(bytes);
            }
        }
    }

    private void addLength(int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
