package io.agreements.proof.receipt.version;

import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.RecordForm;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.LogProof;
import io.agreements.proof.log.Policy;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.receipt.Disclosures;
import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.ReceiptFile;
import io.agreements.proof.receipt.SampleReceipts;
import io.agreements.proof.receipt.StoredZip;
import io.agreements.proof.receipt.version.VersionManifest.KeptText;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Evidence of a version, good and spoilt, the same in every run. */
public final class SamplePacks {

    static final byte[] TEXT = SampleReceipts.TEXT;

    static final byte[] WORDING = CanonicalJson.of(Map.of(
            "form",
            1,
            "page",
            "ACCEPTANCE",
            "language",
            "en",
            "answer",
            "accept",
            "labels",
            Map.of("heading", "Please <read>", "accept", "I agree", "decline", "不同意"),
            "required",
            List.of(Map.of(
                    "agreement",
                    "terms-of-use",
                    "version",
                    2,
                    "locale",
                    "en",
                    "text",
                    Sha256.hex(TEXT),
                    "title",
                    "Terms of use",
                    "attention",
                    Map.of("intro", "Mind these:", "clauses", List.of(Map.of("label", "Article 1", "digest", "3c"))),
                    "readToEnd",
                    true)),
            "optional",
            List.of(Map.of(
                    "agreement",
                    "newsletter",
                    "version",
                    1,
                    "text",
                    "ab".repeat(32),
                    "title",
                    "News",
                    "attention",
                    Map.of("intro", "Mind that:", "clauses", List.of(Map.of("label", "Article 7", "digest", "4d"))),
                    "box",
                    "I want the news"))));

    static final RecordForm PUBLICATION = publication("p-1", "published", 1_795_000_000_000L, Sha256.hex(TEXT));
    static final RecordForm DECISION = new RecordForm(
            "d-1",
            "id-of-shop",
            "ACCEPTANCE",
            1_795_334_400_123L,
            1_795_334_400_124L,
            "terms-of-use",
            2,
            "en",
            Sha256.hex(TEXT),
            "ACCEPTED",
            "LOGIN",
            "shop",
            Sha256.hex(WORDING),
            true,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private SamplePacks() {}

    private static RecordForm publication(String id, String action, long at, String digest) {
        return new RecordForm(
                id,
                "id-of-shop",
                "PUBLICATION",
                at,
                at,
                "terms-of-use",
                2,
                "en",
                digest,
                null,
                "ADMIN",
                null,
                null,
                null,
                null,
                null,
                "{\"action\":\"%s\",\"digest.en\":\"%s\"}".formatted(action, digest),
                null,
                null,
                null,
                null,
                null);
    }

    /** By the names of their files. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("good", good());
        all.put("unlogged", pack(manifest(wording(Optional.empty())), PUBLICATION));
        all.put("never-shown", pack(manifest(null), PUBLICATION));
        all.put(
                "of-another-publication",
                pack(manifest(null), publication("p-1", "published", 1_795_000_000_000L, "cd".repeat(32))));
        all.put(
                "cancelled",
                pack(
                        manifest(null, "p-1", "p-2"),
                        PUBLICATION,
                        publication("p-2", "cancelled", 1_795_000_000_001L, Sha256.hex(TEXT))));
        all.put("text-changed", changed("texts/en.md", content -> bytes("# Other terms\n")));
        all.put("wording-changed", changed("wordings/" + Sha256.hex(WORDING) + ".json", content -> bytes("{}")));
        all.put("index-changed", changed("index.html", content -> bytes("<!doctype html><p>Something else</p>")));
        all.put(
                "page-changed",
                changed("wordings/" + Sha256.hex(WORDING) + ".html", content -> edited(content, "I agree", "I shall")));
        all.put("numbers-changed", changed("version.json", content -> edited(content, "\"users\":7", "\"users\":8")));
        all.put(
                "record-of-another",
                changed(
                        "wordings/" + Sha256.hex(WORDING) + ".zip",
                        content -> receipt(PUBLICATION).zip()));
        all.put("receipt-broken", changed("records/p-1.zip", content -> Arrays.copyOf(content, content.length - 1)));
        all.put("respelled", changed("version.json", content -> edited(content, ",", ", ")));
        all.put("with-another-file", with("note.txt", bytes("hello")));
        all.put("cut", Arrays.copyOf(good(), good().length - 10));
        all.put("pictured", pictured(bytes("a picture"), bytes("a picture")));
        all.put("picture-changed", pictured(bytes("a picture"), bytes("another")));
        return all;
    }

    static byte[] good() {
        return pack(manifest(wording(Optional.of("d-1"))), PUBLICATION);
    }

    private static KeptWording wording(Optional<String> record) {
        return new KeptWording(Sha256.hex(WORDING), 3, 1_795_334_400_123L, 1_795_334_500_000L, record);
    }

    static VersionManifest manifest(KeptWording wording, String... records) {
        return new VersionManifest(
                "shop",
                "terms-of-use",
                2,
                Optional.of("2026-11"),
                "en",
                1_795_400_000_000L,
                List.of(new KeptText("en", Sha256.hex(TEXT), "Terms of use")),
                wording == null ? List.of() : List.of(wording),
                records.length == 0 ? List.of("p-1") : List.of(records),
                Map.of(
                        "countedAt", 1_795_400_000_000L,
                        "users", 7L,
                        "standings", List.of(Map.of("version", 2, "decision", "ACCEPTED", "users", 3))));
    }

    private static byte[] pack(VersionManifest manifest, RecordForm... publications) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VersionPack.Writer pack = new VersionPack.Writer(bytes, manifest);
            for (KeptText text : manifest.texts()) {
                pack.add(text, TEXT);
            }
            for (KeptWording wording : manifest.wordings()) {
                pack.add(wording, WORDING, wording.record().map(id -> receipt(DECISION)));
            }
            for (RecordForm publication : publications) {
                pack.add(publication.id(), receipt(publication));
            }
            pack.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Each is the second of two entries. */
    static Receipt receipt(RecordForm record) {
        Hash other = Hash.ofEntry(Sha256.of(bytes("other")));
        Hash root = Hash.ofNode(other, Hash.ofEntry(record.entry()));
        SignedNote checkpoint = SignedNote.sign(
                new Checkpoint(SampleReceipts.LOG.key().name(), 2, root).text(),
                SampleReceipts.SEEN,
                SampleReceipts.LOG);
        Map<ReceiptFile, byte[]> parts = new EnumMap<>(ReceiptFile.class);
        parts.put(ReceiptFile.RECORD, record.bytes());
        parts.put(ReceiptFile.DISCLOSURES, new Disclosures(Map.of()).bytes());
        if (record.text() != null && record.text().equals(Sha256.hex(TEXT))) {
            parts.put(ReceiptFile.TEXT, TEXT);
        }
        if (record.text() != null && !record.text().equals(Sha256.hex(TEXT))) {
            parts.put(ReceiptFile.TEXT, bytes("other"));
        }
        if (record.wording() != null) {
            parts.put(ReceiptFile.WORDING, WORDING);
        }
        parts.put(ReceiptFile.PROOF, bytes(new LogProof(1, List.of(other), checkpoint).toString()));
        parts.put(ReceiptFile.KEYS, bytes(SampleReceipts.LOG.key() + "\n"));
        parts.put(
                ReceiptFile.POLICY,
                bytes(new Policy(
                                List.of(new Policy.Log(SampleReceipts.LOG.key(), Optional.empty())),
                                List.of(),
                                List.of(),
                                Policy.NONE)
                        .toString()));
        return Receipt.of(parts);
    }

    static byte[] changed(String name, UnaryOperator<byte[]> change) {
        Map<String, byte[]> files = files(good());
        files.computeIfPresent(name, (same, content) -> change.apply(content));
        return packed(files);
    }

    private static byte[] with(String name, byte[] content) {
        Map<String, byte[]> files = files(good());
        files.put(name, content);
        return packed(files);
    }

    private static byte[] pictured(byte[] said, byte[] there) {
        Map<String, byte[]> files = files(good());
        String page = "wordings/" + Sha256.hex(WORDING) + ".html";
        String path = "pictures/1-desktop-1.png";
        files.put(
                "pictures.json",
                new Pictures(
                                1_795_500_000_000L,
                                Optional.of("Chromium"),
                                List.of(new Pictures.Picture(
                                        path,
                                        Sha256.hex(said),
                                        Optional.of(page),
                                        Optional.of(Sha256.hex(files.get(page))),
                                        Optional.of("desktop"),
                                        Optional.empty())))
                        .bytes());
        files.put(path, there);
        return packed(files);
    }

    static Map<String, byte[]> files(byte[] pack) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StoredZip.Reader reader = new StoredZip.Reader(new ByteArrayInputStream(pack), VersionPack.LARGEST);
        try {
            for (Optional<StoredZip.Member> next = reader.next(); next.isPresent(); next = reader.next()) {
                files.put(next.get().name(), next.get().content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static byte[] packed(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            StoredZip.Writer zip = new StoredZip.Writer(bytes);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.add(file.getKey(), file.getValue());
            }
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] edited(byte[] content, String what, String by) {
        return bytes(new String(content, StandardCharsets.UTF_8).replace(what, by));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
