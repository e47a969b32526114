package io.agreements.keycloak.agreement.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
public final class Zip {

    private Zip() {}

    /** @param files contents by name */
    public static byte[] of(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Another name of the same length in place of one, in headers and directory. */
    public static byte[] renamed(byte[] zip, String name, String other) {
        String bytes = new String(zip, StandardCharsets.ISO_8859_1);
        return bytes.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
