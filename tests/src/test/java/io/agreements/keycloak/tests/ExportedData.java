package io.agreements.keycloak.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What a user gets who asks for the own data.
 *
 * @param files contents by name, in the order of the archive
 */
record ExportedData(Map<String, byte[]> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fails unless the archive is whole. */
    static ExportedData of(byte[] archive) {
        if (!isWhole(archive)) {
            throw new AssertionError("This is no whole archive: " + archive.length + " bytes");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportedData(files);
    }

    /** Whether programs would open it. */
    static boolean isWhole(byte[] archive) {
        try {
            Path file = Files.createTempFile("export", ".zip");
            try {
                Files.write(file, archive);
                return isWhole(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Collections.list(zip.entries()).stream()
                    .anyMatch(entry -> entry.getName().equals("records.json"));
        } catch (IOException e) {
            return false;
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    byte[] bytes(String name) {
        if (!files.containsKey(name)) {
            throw new AssertionError("No " + name + " in " + files.keySet());
        }
        return files.get(name);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    JsonNode json(String name) {
        try {
            return JSON.readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
