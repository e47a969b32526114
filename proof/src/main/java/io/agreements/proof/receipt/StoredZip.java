package io.agreements.proof.receipt;

import io.agreements.proof.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * ZIPs that can be written in one way only: nothing is compressed, all dates are the earliest there is, and nothing stands
 * between the files. So a ZIP can be told from every other that has the same files.
 */
public final class StoredZip {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 65_000;
    private static final long LARGEST = 0xffff_ffffL;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    /** Of a ZIP with files, and of one without. */
    private static final Set<Integer> BEGINNINGS = Set.of(LOCAL, END);

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 10;
    private static final short EARLIEST_DATE = 0x21;

    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final Set<String> names = new HashSet<>();
    private long offset;

    private StoredZip() {}

    /** A file in it. */
    public record Member(String name, byte[] content) {}

    /** Writes the files of a ZIP one after the other. */
    public static final class Writer {

        private final StoredZip zip = new StoredZip();
        private final OutputStream stream;

        public Writer(OutputStream stream) {
            this.stream = stream;
        }

        public void add(String name, byte[] content) throws IOException {
            stream.write(zip.begin(name, content.length, crc(content)));
            stream.write(content);
        }

        /** Without it, the ZIP cannot be opened. The stream stays open. */
        public void finish() throws IOException {
            stream.write(zip.end());
        }
    }

    /** Reads the files of a ZIP one after the other, and refuses all that a {@link Writer} would not write. */
    public static final class Reader {

        private final StoredZip zip = new StoredZip();
        private final InputStream stream;
        private final long largest;

        /** @param largest how many bytes a file in it has at most */
        public Reader(InputStream stream, long largest) {
            this.stream = stream;
            this.largest = largest;
        }

        /** The next file; empty at the end, which has been looked at then. */
        public Optional<Member> next() throws IOException {
            byte[] start = zip.names.isEmpty() ? readBeginning() : read(Integer.BYTES);
            if (little(start).getInt() != LOCAL) {
                readEnd(start);
                return Optional.empty();
            }
            byte[] rest = read(LOCAL_LENGTH - Integer.BYTES);
            ByteBuffer header = little(rest);
            int crc = header.getInt(10);
            long length = Integer.toUnsignedLong(header.getInt(18));
            int nameLength = Short.toUnsignedInt(header.getShort(22));
            if (nameLength > LONGEST_NAME || length > largest) {
                throw new MalformedException("The ZIP has a file that is too large");
            }
            byte[] nameBytes = read(nameLength);
            String name = new String(nameBytes, StandardCharsets.US_ASCII);
            byte[] expected = zip.begin(name, (int) length, crc);
            if (!Arrays.equals(expected, concat(start, rest, nameBytes))) {
                throw packedAnew();
            }
            byte[] content = read((int) length);
            if (crc(content) != crc) {
                throw new MalformedException(name + " was changed in the ZIP, or damaged");
            }
            return Optional.of(new Member(name, content));
        }

        private byte[] readBeginning() throws IOException {
            byte[] beginning = stream.readNBytes(Integer.BYTES);
            if (beginning.length < Integer.BYTES
                    || !BEGINNINGS.contains(little(beginning).getInt())) {
                throw new MalformedException(
                        "It is no ZIP file. A receipt is one: use it as it was downloaded, without unpacking it");
            }
            return beginning;
        }

        private void readEnd(byte[] start) throws IOException {
            byte[] expected = zip.end();
            byte[] rest = stream.readNBytes(expected.length - start.length + 1);
            if (!Arrays.equals(expected, concat(start, rest))) {
                throw packedAnew();
            }
        }

        private byte[] read(int length) throws IOException {
            byte[] bytes = stream.readNBytes(length);
            if (bytes.length < length) {
                throw new MalformedException("The ZIP ends too early");
            }
            return bytes;
        }

        private static MalformedException packedAnew() {
            return new MalformedException(
                    "The ZIP was not written by the server. If its files were packed anew, use the"
                            + " one that was downloaded");
        }
    }

    private byte[] begin(String name, int length, int crc) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new MalformedException("A file of a ZIP has no such name: " + name);
        }
        if (!names.add(name)) {
            throw new MalformedException("The ZIP has %s twice".formatted(name));
        }
        if (names.size() > MOST_FILES || offset + LOCAL_LENGTH + LONGEST_NAME + length > LARGEST) {
            throw new MalformedException("The ZIP has more files, or larger ones, than can be");
        }
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        byte[] header = little(new byte[LOCAL_LENGTH + nameBytes.length])
                .putInt(LOCAL)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(EARLIEST_DATE)
                .putInt(crc)
                .putInt(length)
                .putInt(length)
                .putShort((short) nameBytes.length)
                .putShort((short) 0)
                .put(nameBytes)
                .array();
        byte[] central = little(new byte[CENTRAL_LENGTH + nameBytes.length])
                .putInt(CENTRAL)
                .putShort(VERSION)
                .put(header, Integer.BYTES, LOCAL_LENGTH - Integer.BYTES)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) offset)
                .put(nameBytes)
                .array();
        directory.writeBytes(central);
        offset += header.length + (long) length;
        return header;
    }

    private byte[] end() {
        byte[] central = directory.toByteArray();
        byte[] end = little(new byte[END_LENGTH])
                .putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) names.size())
                .putShort((short) names.size())
                .putInt(central.length)
                .putInt((int) offset)
                .putShort((short) 0)
                .array();
        return concat(central, end);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
