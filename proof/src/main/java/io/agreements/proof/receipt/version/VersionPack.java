package io.agreements.proof.receipt.version;

import io.agreements.proof.receipt.Receipt;
import io.agreements.proof.receipt.StoredZip;
import io.agreements.proof.receipt.version.VersionManifest.KeptText;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence of one version of an agreement, in one file. There is one way to write it down: nothing is in it but what its
 * first files name, in their order. Pictures of its pages may come behind.
 */
public final class VersionPack {

    static final String INDEX = "index.html";

    /** Of a header in front of the first name. */
    private static final int HEADER = 30;

    /** Of a file in it, in bytes. */
    public static final int LARGEST = 1 << 26;

    /** How many bytes of a file it takes to tell whether it is one. */
    public static final int BEGINNING = HEADER + INDEX.length();

    private VersionPack() {}

    /** Whether a file that begins so says to be one. */
    public static boolean isPack(byte[] beginning) {
        return beginning.length >= BEGINNING
                && new String(beginning, HEADER, INDEX.length(), StandardCharsets.US_ASCII).equals(INDEX);
    }

    /** Writes what the manifest names, in its order: texts, wordings, records. */
    public static final class Writer {

        private final StoredZip.Writer zip;
        private final VersionManifest manifest;
        private final Map<String, byte[]> texts = new HashMap<>();

        public Writer(OutputStream stream, VersionManifest manifest) throws IOException {
            this.zip = new StoredZip.Writer(stream);
            this.manifest = manifest;
            zip.add(INDEX, Pages.index(manifest));
            zip.add(VersionManifest.FILE, manifest.bytes());
        }

        /** @param content byte for byte */
        public void add(KeptText text, byte[] content) throws IOException {
            texts.put(text.digest(), content);
            zip.add(text.path(), content);
        }

        /**
         * @param content as it is kept
         * @param receipt of a decision that names it, with nothing disclosed of the person; where the manifest names one
         */
        public void add(KeptWording wording, byte[] content, Optional<Receipt> receipt) throws IOException {
            zip.add(wording.path(".json"), content);
            zip.add(wording.path(".html"), Pages.wording(manifest, content, texts));
            if (receipt.isPresent()) {
                zip.add(wording.path(".zip"), receipt.get().zip());
            }
        }

        /** Of the publication. */
        public void add(String recordId, Receipt receipt) throws IOException {
            zip.add(VersionManifest.pathOf(recordId), receipt.zip());
        }

        /** Without it, the pack cannot be opened. The stream stays open. */
        public void finish() throws IOException {
            zip.finish();
        }
    }
}
