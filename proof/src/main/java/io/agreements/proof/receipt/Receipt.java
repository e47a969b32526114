package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One record with all that it takes to verify it. There is one way to write it down, so that nothing can be hidden in it.
 * What is in its files has been looked at by nobody yet.
 */
public final class Receipt {

    private static final Set<ReceiptFile> ALWAYS =
            Set.of(ReceiptFile.PAGE, ReceiptFile.RECORD, ReceiptFile.DISCLOSURES);
    private static final Set<ReceiptFile> OF_LOG = Set.of(ReceiptFile.PROOF, ReceiptFile.KEYS, ReceiptFile.POLICY);

    private final Map<ReceiptFile, byte[]> files;

    private Receipt(Map<ReceiptFile, byte[]> files) {
        this.files = new EnumMap<>(files);
        for (ReceiptFile file : ALWAYS) {
            requirePresence(file);
        }
        if (OF_LOG.stream().anyMatch(files::containsKey) || files.containsKey(ReceiptFile.TIME_STAMP)) {
            OF_LOG.forEach(this::requirePresence);
        }
    }

    private void requirePresence(ReceiptFile file) {
        if (!files.containsKey(file)) {
            throw new MalformedException("The receipt has no file " + file.path());
        }
    }

    /**
     * Makes one.
     *
     * @param parts all but the page, which follows from them
     */
    public static Receipt of(Map<ReceiptFile, byte[]> parts) {
        Map<ReceiptFile, byte[]> files = new EnumMap<>(parts);
        files.put(ReceiptFile.PAGE, ReceiptPage.latest(parts));
        return new Receipt(files);
    }

    /** Reads what {@link #zip()} wrote. */
    public static Receipt parse(byte[] zip) {
        try (InputStream stream = new ByteArrayInputStream(zip)) {
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it to its end. */
    public static Receipt read(InputStream stream) throws IOException {
        StoredZip.Reader reader = new StoredZip.Reader(stream, ReceiptFile.LARGEST);
        Map<ReceiptFile, byte[]> files = new EnumMap<>(ReceiptFile.class);
        int last = -1;
        for (Optional<StoredZip.Member> member = reader.next(); member.isPresent(); member = reader.next()) {
            String name = member.get().name();
            ReceiptFile file =
                    ReceiptFile.of(name).orElseThrow(() -> new MalformedException("A receipt has no file " + name));
            if (file.ordinal() <= last) {
                throw new MalformedException("The files of the receipt are in another order");
            }
            if (member.get().content().length > file.longest()) {
                throw new MalformedException("%s has more than %d bytes".formatted(name, file.longest()));
            }
            last = file.ordinal();
            files.put(file, member.get().content());
        }
        return new Receipt(files);
    }

    /** What is in it, in its order. */
    public Map<ReceiptFile, byte[]> files() {
        return new EnumMap<>(files);
    }

    Optional<byte[]> file(ReceiptFile file) {
        return Optional.ofNullable(files.get(file));
    }

    /** The file as it is given away. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            StoredZip.Writer writer = new StoredZip.Writer(bytes);
            for (Map.Entry<ReceiptFile, byte[]> file : files.entrySet()) {
                writer.add(file.getKey().path(), file.getValue());
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
