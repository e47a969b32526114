package io.agreements.keycloak.jpa.agreement;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is different between two texts, as it is kept: as it is, or packed if it would take much memory. To unpack it takes a
 * fraction of the time it takes to compare.
 *
 * @param changes null if they are packed
 * @param packed null if they are not
 * @param bytes how much memory they take so
 */
record KeptChanges(TextChanges changes, byte[] packed, long bytes) {

    /** What takes more is packed. */
    static final long LARGE = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static KeptChanges of(TextChanges changes) {
        long bytes = HeldBytes.of(changes);
        if (bytes <= LARGE) {
            return new KeptChanges(changes, null, bytes);
        }
        byte[] packed = pack(changes);
        return new KeptChanges(null, packed, packed.length);
    }

    TextChanges get() {
        return changes == null ? unpack() : changes;
    }

    private static byte[] pack(TextChanges changes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(packed)) {
            JSON.writeValue(packing, changes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private TextChanges unpack() {
        try (InflaterInputStream unpacking = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(unpacking, TextChanges.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
