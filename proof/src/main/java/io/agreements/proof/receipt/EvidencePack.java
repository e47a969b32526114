package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Many receipts in one file. There is one way to write it down, as with each of them. */
public final class EvidencePack {

    private static final String README = "README.txt";
    private static final String DIRECTORY = "receipts/";
    private static final String ENDING = ".zip";

    /** Of a header in front of the first name. */
    private static final int HEADER = 30;

    private static final int LARGEST = 1 << 26;

    /** How many bytes of a file it takes to tell whether it is one. */
    public static final int BEGINNING = HEADER + README.length();

    private EvidencePack() {}

    /** Whether a file that begins so says to be one. */
    public static boolean isPack(byte[] beginning) {
        return beginning.length >= BEGINNING
                && new String(beginning, HEADER, README.length(), StandardCharsets.US_ASCII).equals(README);
    }

    /** Writes receipts one after the other. */
    public static final class Writer {

        private final StoredZip.Writer zip;

        public Writer(OutputStream stream) throws IOException {
            this.zip = new StoredZip.Writer(stream);
            zip.add(README, readme());
        }

        /** @param recordId of its record */
        public void add(String recordId, Receipt receipt) throws IOException {
            zip.add(DIRECTORY + recordId + ENDING, receipt.zip());
        }

        /** Without it, the pack cannot be opened. The stream stays open. */
        public void finish() throws IOException {
            zip.finish();
        }
    }

    /** Takes what is in a pack, one after the other. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param recordId as the name of the file says it
         * @param zip what should be a receipt
         */
        void take(String recordId, byte[] zip);
    }

    /** Reads a pack to its end. */
    public static void read(InputStream stream, Reader reader) throws IOException {
        StoredZip.Reader zip = new StoredZip.Reader(stream, LARGEST);
        Optional<StoredZip.Member> member = zip.next();
        if (member.isEmpty() || !Arrays.equals(member.get().content(), readme())) {
            throw new MalformedException(README + " of the pack is not what it was");
        }
        for (member = zip.next(); member.isPresent(); member = zip.next()) {
            String name = member.get().name();
            if (!name.startsWith(DIRECTORY) || !name.endsWith(ENDING)) {
                throw new MalformedException("A pack has no file " + name);
            }
            reader.take(
                    name.substring(DIRECTORY.length(), name.length() - ENDING.length()),
                    member.get().content());
        }
    }

    private static byte[] readme() {
        try (InputStream stream = EvidencePack.class.getResourceAsStream("pack-1.txt")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
