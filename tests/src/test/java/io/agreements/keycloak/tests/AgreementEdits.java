package io.agreements.keycloak.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * What an operator does to the files of a realm's agreements.
 *
 * @param directory of the realm
 */
record AgreementEdits(Path directory) {

    /** Drops version 2 of the user agreement beside version 1: the ninth article is another one, a twelfth is new. */
    AgreementEdits dropSecondVersion() {
        text(
                2,
                "zh-Hans",
                text(1, "zh-Hans")
                        .replaceFirst("(## 第九条[^\n]*\n\n)", "$1更新前至少三十日公示。\n\n")
                        .concat("\n## 第十二条 未成年人\n\n未成年人应在监护人同意后注册。\n"));
        text(
                2,
                "en",
                text(1, "en")
                        .replaceFirst("(## 9\\.[^\n]*\n\n)", "$1Changes are announced thirty days before.\n\n")
                        .concat("\n## 12. Minors\n\nMinors register with the consent of a guardian.\n"));
        return settings(
                Pop800.AGREEMENT,
                yaml -> yaml
                        + "  2:\n    label: \"2026-12\"\n    summaries:\n      zh-Hans: 明确了更新公示期。\n      en: The notice period is now fixed.\n");
    }

    /** Changes the settings of an agreement. */
    AgreementEdits settings(String key, UnaryOperator<String> change) {
        Path file = directory.resolve(key).resolve("agreement.yaml");
        write(file, change.apply(read(file)).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String text(int version, String locale) {
        return read(file(version, locale));
    }

    AgreementEdits text(int version, String locale, String content) {
        return text(version, locale, content.getBytes(StandardCharsets.UTF_8));
    }

    AgreementEdits text(int version, String locale, byte[] content) {
        write(file(version, locale), content);
        return this;
    }

    AgreementEdits without(int version, String locale) {
        try {
            Files.delete(file(version, locale));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int version, String locale) {
        return directory
                .resolve(Pop800.AGREEMENT)
                .resolve(String.valueOf(version))
                .resolve(locale + ".md");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
