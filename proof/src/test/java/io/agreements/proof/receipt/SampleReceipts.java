package io.agreements.proof.receipt;

import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.LogProof;
import io.agreements.proof.log.Policy;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import io.agreements.proof.receipt.Disclosures.Disclosure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts, good ones and spoilt ones, the same in every run. */
public final class SampleReceipts {

    public static final Signer LOG = TestKeys.signer("log.example/realms/shop/agreements/log", KeyType.NOTE, 1);
    public static final Signer STRANGER = TestKeys.signer("log.example/realms/shop/agreements/log", KeyType.NOTE, 3);
    public static final Signer WITNESS = TestKeys.signer("witness.example/w1", KeyType.COSIGNATURE, 2);
    public static final Instant SEEN = Instant.parse("2026-11-29T12:00:00Z");

    public static final byte[] TEXT =
            bytes("# Terms of use <1> & \"more\"\n\n用户协议：请仔细阅读。😀\n\n## 1 Scope\n\nIt's all here.\n");

    static final byte[] WORDING = CanonicalJson.of(Map.of(
            "form",
            1,
            "page",
            "ACCEPTANCE",
            "labels",
            Map.of("accept", "I agree", "decline", "不同意"),
            "required",
            List.of(Map.of("agreement", "terms-of-use", "readToEnd", true))));

    static final byte[] SETTINGS = CanonicalJson.of(Map.of("form", 1, "agreement", "terms-of-use", "version", 2));

    static final String SALT = "000102030405060708090a0b0c0d0e0f";

    static final Disclosures DISCLOSURES = new Disclosures(Map.of(
            "subject", new Disclosure(SALT, Map.of("userId", "b21ccf71")),
            "identity", new Disclosure(SALT, Map.of("username", "张三", "sessionId", "s-1"))));

    private SampleReceipts() {}

    /** Of a record that says to be about another agreement, and is in no log. */
    public static byte[] ofAgreement(String key) {
        Map<String, Object> fields =
                new LinkedHashMap<>(CanonicalReader.read(record("ACCEPTED").bytes(), 1 << 20, "The record"));
        fields.put("agreement", key);
        return made(Map.of(ReceiptFile.RECORD, CanonicalJson.of(fields)));
    }

    static RecordForm record(String decision) {
        return record(decision, "{\"attention\":[{\"digest\":\"3c\",\"inView\":false}]}");
    }

    private static RecordForm record(String decision, String details) {
        return new RecordForm(
                "7c1f",
                "id-of-shop",
                "ACCEPTANCE",
                1795334400123L,
                1795334400124L,
                "terms-of-use",
                2,
                "en",
                Sha256.hex(TEXT),
                decision,
                "LOGIN",
                "shop",
                Sha256.hex(WORDING),
                true,
                1,
                Sha256.hex(SETTINGS),
                details,
                commitment("subject"),
                commitment("identity"),
                null,
                null,
                null);
    }

    private static String commitment(String group) {
        return Commitment.of(SALT, DISCLOSURES.groups().get(group).values()).digest();
    }

    /** All but the page. */
    static Map<ReceiptFile, byte[]> parts() {
        Map<ReceiptFile, byte[]> parts = new EnumMap<>(ReceiptFile.class);
        parts.put(ReceiptFile.RECORD, record("ACCEPTED").bytes());
        parts.put(ReceiptFile.TEXT, TEXT);
        parts.put(ReceiptFile.WORDING, WORDING);
        parts.put(ReceiptFile.SETTINGS, SETTINGS);
        parts.put(ReceiptFile.DISCLOSURES, DISCLOSURES.bytes());
        parts.put(ReceiptFile.PROOF, bytes(proof(1, LOG).toString()));
        parts.put(ReceiptFile.KEYS, bytes(LOG.key() + "\n"));
        parts.put(ReceiptFile.POLICY, bytes(policy(LOG, false).toString()));
        return parts;
    }

    /** The record's is the second of three entries. */
    static LogProof proof(long index, Signer... signers) {
        return proof(record("ACCEPTED"), index, signers);
    }

    private static LogProof proof(RecordForm record, long index, Signer... signers) {
        Hash first = Hash.ofEntry(Sha256.of(bytes("first")));
        Hash leaf = Hash.ofEntry(record.entry());
        Hash third = Hash.ofEntry(Sha256.of(bytes("third")));
        Hash root = Hash.ofNode(Hash.ofNode(first, leaf), third);
        SignedNote checkpoint = SignedNote.sign(new Checkpoint(LOG.key().name(), 3, root).text(), SEEN, signers);
        return new LogProof(index, List.of(first, third), checkpoint);
    }

    /** What the log signed. */
    public static byte[] checkpoint() {
        return bytes(proof(1, LOG).checkpoint().text());
    }

    /** With a time stamp on its checkpoint. */
    public static byte[] stamped(byte[] stamp) {
        return made(Map.of(ReceiptFile.TIME_STAMP, stamp));
    }

    static Policy policy(Signer log, boolean witnessed) {
        return new Policy(
                List.of(new Policy.Log(log.key(), Optional.empty())),
                List.of(new Policy.Witness("one", WITNESS.key(), Optional.empty())),
                List.of(),
                witnessed ? "one" : Policy.NONE);
    }

    /** By the names of their files. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("good", good());
        all.put(
                "witnessed",
                made(Map.of(
                        ReceiptFile.PROOF, bytes(proof(1, LOG, WITNESS).toString()),
                        ReceiptFile.POLICY, bytes(policy(LOG, true).toString()))));
        all.put(
                "not-witnessed",
                made(Map.of(ReceiptFile.POLICY, bytes(policy(LOG, true).toString()))));
        all.put("stamped", made(Map.of(ReceiptFile.TIME_STAMP, bytes("nobody looks at it"))));
        all.put("not-in-log", withoutLog());
        all.put("text-changed", spoilt(ReceiptFile.TEXT, bytes("# Other terms\n")));
        all.put("text-missing", spoilt(ReceiptFile.TEXT, null));
        all.put("wording-changed", spoilt(ReceiptFile.WORDING, CanonicalJson.of(Map.of("form", 1))));
        all.put("settings-changed", spoilt(ReceiptFile.SETTINGS, CanonicalJson.of(Map.of("form", 1))));
        all.put("page-changed", spoilt(ReceiptFile.PAGE, bytes("<!doctype html><p>Something else</p>")));
        all.put(
                "record-changed",
                made(Map.of(ReceiptFile.RECORD, record("DECLINED").bytes())));
        all.put("record-respelled", spoilt(ReceiptFile.RECORD, edited(ReceiptFile.RECORD, ",", ", ")));
        all.put(
                "record-doubled",
                spoilt(ReceiptFile.RECORD, edited(ReceiptFile.RECORD, "\"form\":1", "\"form\":1,\"form\":1")));
        all.put("record-form-2", spoilt(ReceiptFile.RECORD, edited(ReceiptFile.RECORD, "\"form\":1", "\"form\":2")));
        all.put(
                "record-with-more",
                spoilt(ReceiptFile.RECORD, edited(ReceiptFile.RECORD, "\"form\":1", "\"form\":1,\"friend\":1")));
        RecordForm unreadable = record("ACCEPTED", "no JSON");
        all.put(
                "details-unreadable",
                made(Map.of(
                        ReceiptFile.RECORD, unreadable.bytes(),
                        ReceiptFile.PROOF, bytes(proof(unreadable, 1, LOG).toString()))));
        all.put(
                "details-twice",
                spoilt(
                        ReceiptFile.RECORD,
                        edited(
                                ReceiptFile.RECORD,
                                ",\"version\":",
                                ",\"unreadableDetails\":\"" + Sha256.hex(TEXT) + "\",\"version\":")));
        all.put(
                "disclosures-changed",
                made(Map.of(ReceiptFile.DISCLOSURES, edited(ReceiptFile.DISCLOSURES, "张三", "李四"))));
        all.put("disclosures-broken", spoilt(ReceiptFile.DISCLOSURES, bytes("{}\n")));
        all.put(
                "signature-changed",
                spoilt(ReceiptFile.PROOF, bytes(proof(1, LOG).toString().replace("\n3\n", "\n4\n"))));
        all.put(
                "other-place",
                made(Map.of(ReceiptFile.PROOF, bytes(proof(2, LOG).toString()))));
        all.put("proof-broken", spoilt(ReceiptFile.PROOF, bytes("c2sp.org/tlog-proof@v1\n")));
        all.put(
                "other-key",
                made(Map.of(
                        ReceiptFile.KEYS, bytes(STRANGER.key() + "\n"),
                        ReceiptFile.POLICY, bytes(policy(STRANGER, false).toString()))));
        all.put("keys-changed", made(Map.of(ReceiptFile.KEYS, bytes(STRANGER.key() + "\n"))));
        all.put("keys-broken", spoilt(ReceiptFile.KEYS, bytes("key\n")));
        all.put(
                "policy-changed",
                made(Map.of(ReceiptFile.POLICY, bytes(policy(STRANGER, false).toString()))));
        all.put("policy-broken", spoilt(ReceiptFile.POLICY, bytes("quorum nobody\n")));
        all.put("cut", Arrays.copyOf(good(), good().length - 10));
        all.put("damaged", damaged());
        all.put("longer", longer());
        all.put("no-zip", bytes("PK, but not really"));
        all.put("no-record", spoilt(ReceiptFile.RECORD, null));
        all.put("no-policy", spoilt(ReceiptFile.POLICY, null));
        all.put("with-another-file", packed(Map.of("readme.txt", bytes("hello"))));
        return all;
    }

    public static byte[] good() {
        return Receipt.of(parts()).zip();
    }

    private static byte[] withoutLog() {
        Map<ReceiptFile, byte[]> parts = parts();
        parts.keySet().removeAll(List.of(ReceiptFile.PROOF, ReceiptFile.KEYS, ReceiptFile.POLICY));
        return Receipt.of(parts).zip();
    }

    /** By somebody who makes the page anew. */
    static byte[] made(Map<ReceiptFile, byte[]> others) {
        Map<ReceiptFile, byte[]> parts = parts();
        parts.putAll(others);
        return Receipt.of(parts).zip();
    }

    /** @param content null to leave it out */
    static byte[] spoilt(ReceiptFile file, byte[] content) {
        Map<ReceiptFile, byte[]> files = Receipt.parse(good()).files();
        if (content == null) {
            files.remove(file);
        } else {
            files.put(file, content);
        }
        Map<String, byte[]> named = new LinkedHashMap<>();
        files.forEach((each, bytes) -> named.put(each.path(), bytes));
        return packed(named);
    }

    private static byte[] edited(ReceiptFile file, String what, String by) {
        return bytes(new String(parts().get(file), StandardCharsets.UTF_8).replace(what, by));
    }

    private static byte[] damaged() {
        byte[] zip = good();
        zip[zip.length / 2] ^= 1;
        return zip;
    }

    private static byte[] longer() {
        return Arrays.copyOf(good(), good().length + 1);
    }

    static byte[] packed(Map<String, byte[]> files) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            StoredZip.Writer writer = new StoredZip.Writer(zip);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writer.add(file.getKey(), file.getValue());
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = SampleReceipts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("There is no resource " + name);
            }
            return in.readAllBytes();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
