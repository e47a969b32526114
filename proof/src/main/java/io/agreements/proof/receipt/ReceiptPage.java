package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.LogProof;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The page of a receipt. It follows from the other files, so that whoever verifies a receipt can tell whether the page says
 * anything else. A template is never changed once it has been released; a new one gets another number.
 */
final class ReceiptPage {

    private static final int LATEST = 1;

    private ReceiptPage() {}

    /** The one that is made now. */
    static byte[] latest(Map<ReceiptFile, byte[]> files) {
        return page(LATEST, files);
    }

    /** Whether the page is one that was ever made of the other files. */
    static boolean isPageOf(Map<ReceiptFile, byte[]> files) {
        try {
            return IntStream.rangeClosed(1, LATEST)
                    .anyMatch(number -> Arrays.equals(page(number, files), files.get(ReceiptFile.PAGE)));
        } catch (MalformedException e) {
            return false;
        }
    }

    private static byte[] page(int number, Map<ReceiptFile, byte[]> files) {
        return PageTemplate.fill(template(number), values(files)).getBytes(StandardCharsets.UTF_8);
    }

    private static String template(int number) {
        String name = "receipt-" + number + ".html";
        try (InputStream stream = ReceiptPage.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> values(Map<ReceiptFile, byte[]> files) {
        byte[] record = files.get(ReceiptFile.RECORD);
        Map<String, Object> form =
                CanonicalReader.read(record, ReceiptFile.RECORD.longest(), ReceiptFile.RECORD.path());
        String occurred = Moments.words((Long) form.get("occurredAt"));
        String recorded = Moments.words((Long) form.get("recordedAt"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("occurred", occurred);
        values.put("recorded", recorded.equals(occurred) ? "" : recorded);
        for (String name : List.of("agreement", "version", "locale")) {
            values.put(name, form.getOrDefault(name, "").toString());
        }
        Object decision = form.getOrDefault("decision", "NONE");
        for (String known : List.of("ACCEPTED", "ACKNOWLEDGED", "DECLINED", "WITHDRAWN", "NONE")) {
            values.put(known, known.equals(decision) ? known : "");
        }
        values.put("entry", Sha256.hex(record));
        values.put("fields", fields(record, ReceiptFile.RECORD));
        values.put("opened", opened(files.get(ReceiptFile.DISCLOSURES)));
        values.put("wording", fields(files.get(ReceiptFile.WORDING), ReceiptFile.WORDING));
        values.put("settings", fields(files.get(ReceiptFile.SETTINGS), ReceiptFile.SETTINGS));
        values.put("text", text(files.get(ReceiptFile.TEXT)));
        values.put("hasText", files.containsKey(ReceiptFile.TEXT) ? "yes" : "");
        values.put("hasWording", files.containsKey(ReceiptFile.WORDING) ? "yes" : "");
        values.put("hasSettings", files.containsKey(ReceiptFile.SETTINGS) ? "yes" : "");
        values.putAll(log(files));
        return values;
    }

    private static Map<String, Object> log(Map<ReceiptFile, byte[]> files) {
        byte[] bytes = files.get(ReceiptFile.PROOF);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stamp", files.containsKey(ReceiptFile.TIME_STAMP) ? "yes" : "");
        values.put("logged", bytes == null ? "" : "yes");
        if (bytes != null) {
            LogProof proof = LogProof.parse(bytes);
            Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
            values.put("index", String.valueOf(proof.index()));
            values.put("size", String.valueOf(checkpoint.size()));
            values.put("origin", checkpoint.origin());
            values.put("keys", lines(text(files.get(ReceiptFile.KEYS))));
        }
        return values;
    }

    private static List<Map<String, String>> opened(byte[] disclosures) {
        List<Map<String, String>> all = new ArrayList<>();
        new TreeMap<>(Disclosures.parse(disclosures).groups())
                .values()
                .forEach(group -> new TreeMap<>(group.values())
                        .forEach((name, value) -> all.add(Map.of("name", name, "value", value))));
        return all;
    }

    private static List<Map<String, String>> fields(byte[] json, ReceiptFile file) {
        return json == null ? List.of() : PlainFields.of(CanonicalReader.read(json, file.longest(), file.path()));
    }

    private static List<Map<String, String>> lines(String text) {
        return text.lines().map(line -> Map.of("line", line)).toList();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : Strictly.utf8(bytes, ReceiptFile.LARGEST, "The text");
    }
}
