package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.file.reading.Remarks;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What systems, editors and people leave beside the files of an agreement, and what is therefore passed over. */
final class SetAside {

    /** In small letters. */
    private static final Set<String> OF_SYSTEMS = Set.of(
            "__macosx",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "$recycle.bin",
            "system volume information",
            "lost+found",
            "@eadir",
            "cvs",
            "icon\r");

    private static final List<String> BACKUPS = List.of("~", ".bak", ".orig", ".rej", ".swp", ".swo", ".tmp");

    /** Of files that speak about others; in small letters, whatever follows. */
    private static final Set<String> ABOUT =
            Set.of("readme", "changelog", "changes", "license", "licence", "contributing", "notes", "todo", "index");

    private static final List<String> NEARLY_TEXTS =
            List.of(".MD", ".Md", ".markdown", ".mdown", ".txt", ".text", ".html", ".htm", ".docx", ".doc", ".pdf");

    private SetAside() {}

    /** Whether a file or directory of that name is never meant. */
    static boolean isNeverMeant(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~$")
                || name.startsWith("#") && name.endsWith("#")
                || OF_SYSTEMS.contains(small)
                || BACKUPS.stream().anyMatch(small::endsWith);
    }

    /** Whether a file of that name is about the others. */
    static boolean isAboutOthers(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < small.length() && Character.isLetter(small.charAt(end))) {
            end++;
        }
        return ABOUT.contains(small.substring(0, end))
                && (end == small.length() || "._-".indexOf(small.charAt(end)) >= 0);
    }

    /** Whether a file of that name is no text, but may be meant as one. */
    static boolean isNearlyAText(String name) {
        return NEARLY_TEXTS.stream().anyMatch(name::endsWith);
    }

    /** Warns of a file that is not taken for a text, but may be meant as one. */
    static void warnIfNearlyAText(String path, String name, Remarks remarks) {
        NEARLY_TEXTS.stream().filter(name::endsWith).findFirst().ifPresent(suffix -> {
            String tag = name.substring(0, name.length() - suffix.length());
            String text = (tag.endsWith(AgreementDirectory.TEXT_SUFFIX) ? tag.substring(0, tag.length() - 3) : tag)
                    + AgreementDirectory.TEXT_SUFFIX;
            if (tag.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*(\\.md)?")) {
                remarks.of(path).warning(0, "is left aside: a text is Markdown in a file such as " + text);
            }
        });
    }
}
