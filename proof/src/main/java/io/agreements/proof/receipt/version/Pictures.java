package io.agreements.proof.receipt.version;

import io.agreements.proof.MalformedException;
import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which pictures a pack has, and what they are said to be.
 *
 * @param addedAt when they were put into the pack, in milliseconds since 1970 in UTC
 * @param browser by which the pages were drawn; empty where none was
 * @param pictures in the order of the pack
 */
public record Pictures(long addedAt, Optional<String> browser, List<Picture> pictures) {

    public static final String FILE = "pictures.json";

    private static final int LONGEST = 1 << 22;
    private static final int FORM = 1;

    public Pictures {
        pictures = List.copyOf(pictures);
    }

    /**
     * One picture.
     *
     * @param path in the pack
     * @param digest SHA-256 of the file, in hexadecimal
     * @param page which page of the pack it shows; empty where somebody had the picture from elsewhere
     * @param pageDigest SHA-256 of that page
     * @param size {@code desktop} or {@code phone}; empty where somebody had the picture from elsewhere
     * @param note what whoever added it says that it is; empty where it shows a page of the pack
     */
    public record Picture(
            String path,
            String digest,
            Optional<String> page,
            Optional<String> pageDigest,
            Optional<String> size,
            Optional<String> note) {}

    /** RFC 8785, in UTF-8. */
    public byte[] bytes() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", FORM);
        fields.put("addedAt", addedAt);
        fields.put("browser", browser.orElse(null));
        fields.put("pictures", pictures.stream().map(Pictures::fields).toList());
        return CanonicalJson.of(fields);
    }

    private static Map<String, Object> fields(Picture picture) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", picture.path());
        fields.put("digest", picture.digest());
        fields.put("page", picture.page().orElse(null));
        fields.put("pageDigest", picture.pageDigest().orElse(null));
        fields.put("size", picture.size().orElse(null));
        fields.put("note", picture.note().orElse(null));
        return fields;
    }

    /** Reads what {@link #bytes()} wrote. */
    static Pictures parse(byte[] bytes) {
        Map<String, Object> fields = CanonicalReader.read(bytes, LONGEST, FILE);
        if (!Long.valueOf(FORM).equals(fields.get("form"))
                || !(fields.get("addedAt") instanceof Long addedAt)
                || !(fields.get("pictures") instanceof List<?> elements)) {
            throw malformed();
        }
        List<Picture> pictures = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Map<?, ?> picture)) {
                throw malformed();
            }
            pictures.add(new Picture(
                    words(picture, "path").orElseThrow(Pictures::malformed),
                    words(picture, "digest").orElseThrow(Pictures::malformed),
                    words(picture, "page"),
                    words(picture, "pageDigest"),
                    words(picture, "size"),
                    words(picture, "note")));
        }
        return new Pictures(addedAt, words(fields, "browser"), pictures);
    }

    private static Optional<String> words(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof String)) {
            throw malformed();
        }
        return Optional.ofNullable((String) value);
    }

    private static MalformedException malformed() {
        return new MalformedException(FILE + " is not in form 1, the one that is known");
    }
}
