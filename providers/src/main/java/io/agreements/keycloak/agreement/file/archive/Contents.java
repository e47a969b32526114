package io.agreements.keycloak.agreement.file.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what a file is that should have been a ZIP archive, by how it begins. */
final class Contents {

    private static final int BEGINNING = 512;
    private static final String OWN_WORDS = "it is not complete|the name of an entry is not UTF-8";

    /** In ISO 8859-1. */
    private static final Map<String, String> BEGINNINGS = beginnings();

    private Contents() {}

    private static Map<String, String> beginnings() {
        Map<String, String> beginnings = new LinkedHashMap<>();
        beginnings.put("\u001F\u008B", "it is compressed by gzip, as a .tar.gz is");
        beginnings.put("BZh", "it is compressed by bzip2, as a .tar.bz2 is");
        beginnings.put("\u00FD7zXZ", "it is compressed by xz, as a .tar.xz is");
        beginnings.put("7z\u00BC\u00AF\u0027\u001C", "it is a 7z archive");
        beginnings.put("Rar!", "it is a RAR archive");
        beginnings.put("%PDF", "it is a PDF");
        beginnings.put("{", "it is JSON");
        beginnings.put("[", "it is JSON");
        beginnings.put("<", "it is HTML or XML");
        return beginnings;
    }

    /** @param problem as it was found, which may be in nobody's words */
    static String of(Path file, String problem) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return told(beginning, problem) + ". Pack the agreements as a ZIP archive";
        }
    }

    private static String told(String beginning, String problem) {
        if (String.valueOf(problem).matches(OWN_WORDS)) {
            return problem;
        }
        if (beginning.startsWith("PK")) {
            return "it is damaged or not complete";
        }
        if (beginning.length() > 262 && beginning.startsWith("ustar", 257)) {
            return "it is a tar archive";
        }
        return BEGINNINGS.entrySet().stream()
                .filter(known -> beginning.startsWith(known.getKey())
                        || beginning.stripLeading().startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("it does not begin like one");
    }
}
