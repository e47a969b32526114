package io.agreements.proof.receipt.version;

import io.agreements.proof.canonical.CanonicalReader;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.receipt.Moments;
import io.agreements.proof.receipt.PageTemplate;
import io.agreements.proof.receipt.PlainFields;
import io.agreements.proof.receipt.ReceiptFile;
import io.agreements.proof.receipt.version.VersionManifest.KeptWording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pages of a pack. They follow from its other files, so that whoever verifies it can tell whether a page says anything
 * else. Templates are never changed once they have been released; new ones get another number.
 */
final class Pages {

    private Pages() {}

    /** What the pack is, for people. */
    static byte[] index(VersionManifest manifest) {
        Map<String, Object> values = of(manifest);
        values.put(
                "texts",
                manifest.texts().stream()
                        .map(text -> Map.of(
                                "path", text.path(),
                                "locale", text.locale(),
                                "title", text.title(),
                                "digest", text.digest(),
                                "binds", text.locale().equals(manifest.bindingLocale()) ? "yes" : ""))
                        .toList());
        values.put("wordings", manifest.wordings().stream().map(Pages::listed).toList());
        values.put(
                "records",
                manifest.records().stream()
                        .map(id -> Map.of("path", VersionManifest.pathOf(id), "id", id))
                        .toList());
        values.put("coverage", PlainFields.of(object(read(manifest.bytes()).get("coverage"))));
        return filled("version-1.html", values);
    }

    /** In the order of its form. */
    private static Map<String, Object> read(byte[] manifest) {
        return CanonicalReader.read(manifest, VersionManifest.LONGEST, VersionManifest.FILE);
    }

    private static Map<String, String> listed(KeptWording wording) {
        return Map.of(
                "digest", wording.digest(),
                "page", wording.path(".html"),
                "decisions", String.valueOf(wording.decisions()),
                "first", Moments.words(wording.first()),
                "last", Moments.words(wording.last()),
                "record", wording.record().map(id -> wording.path(".zip")).orElse(""));
    }

    private static Map<String, Object> of(VersionManifest manifest) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("realm", manifest.realm());
        values.put("agreement", manifest.agreement());
        values.put("version", String.valueOf(manifest.version()));
        values.put("label", manifest.label().orElse(""));
        values.put("made", Moments.words(manifest.madeAt()));
        return values;
    }

    /**
     * Text and wording as they were put together.
     *
     * @param wording as it is kept
     * @param texts of the pack, by digest
     */
    static byte[] wording(VersionManifest manifest, byte[] wording, Map<String, byte[]> texts) {
        Map<String, Object> fields =
                CanonicalReader.read(wording, ReceiptFile.WORDING.longest(), "The wording of a page");
        Map<String, Object> values = of(manifest);
        values.put("digest", Sha256.hex(wording));
        for (String name : List.of("page", "product", "theme", "language", "client", "statement")) {
            values.put(name, words(fields, name));
        }
        Map<String, Object> labels = object(fields.get("labels"));
        for (String name : List.of(
                "heading",
                "intro",
                "reason",
                "optionalHeading",
                "optionalHint",
                "sentence",
                "acknowledgeSentence",
                "later",
                "decline",
                "stop")) {
            values.put(name, words(labels, name));
        }
        values.put("answer", words(labels, words(fields, "answer")));
        List<Map<String, Object>> required = agreements(fields.get("required"), texts);
        List<Map<String, Object>> optional = agreements(fields.get("optional"), texts);
        values.put("required", required);
        values.put("optionalAbove", isBelow(fields, required) ? List.of() : group(values, optional));
        values.put("optionalBelow", isBelow(fields, required) ? group(values, optional) : List.of());
        values.put("fields", PlainFields.of(fields));
        return filled("wording-1.html", values);
    }

    /** A page of its own has what may be refused below the buttons for what is demanded; a form has one button, at its end. */
    private static boolean isBelow(Map<String, Object> fields, List<Map<String, Object>> required) {
        return !words(fields, "page").equals("REGISTRATION") && !required.isEmpty();
    }

    private static List<Map<String, Object>> group(Map<String, Object> page, List<Map<String, Object>> optional) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("optionalHeading", page.get("optionalHeading"));
        group.put("optionalHint", page.get("optionalHint"));
        group.put("optional", optional);
        return optional.isEmpty() ? List.of() : List.of(group);
    }

    private static List<Map<String, Object>> agreements(Object listed, Map<String, byte[]> texts) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object each : list(listed)) {
            all.add(agreement(object(each), texts));
        }
        return all;
    }

    private static Map<String, Object> agreement(Map<String, Object> fields, Map<String, byte[]> texts) {
        String digest = words(fields, "text");
        byte[] content = texts.get(digest);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("title", "edition", "translationNote", "box")) {
            values.put(name, words(fields, name));
        }
        values.put("ofText", digest);
        values.put("elsewhere", content == null ? words(fields, "agreement") + " " + words(fields, "version") : "");
        values.put("locale", words(fields, "locale"));
        Map<String, Object> attention = object(fields.get("attention"));
        values.put("attention", words(attention, "intro"));
        values.put("clauses", clauses(attention));
        values.put("contents", lines(fields.get("contents")));
        Map<String, Object> change = object(fields.get("change"));
        values.put("change", PlainFields.of(change));
        values.put("blocks", content == null ? List.of() : Blocks.of(text(content)));
        return values;
    }

    private static List<Map<String, String>> clauses(Map<String, Object> attention) {
        List<Map<String, String>> clauses = new ArrayList<>();
        for (Object each : list(attention.get("clauses"))) {
            Map<String, Object> clause = object(each);
            clauses.add(Map.of("clause", words(clause, "label"), "clauseNote", words(clause, "note")));
        }
        return clauses;
    }

    private static List<Map<String, String>> lines(Object elements) {
        return list(elements).stream().map(line -> Map.of("line", plain(line))).toList();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] filled(String template, Map<String, Object> values) {
        try (InputStream stream = Pages.class.getResourceAsStream(template)) {
            return PageTemplate.fill(new String(stream.readAllBytes(), StandardCharsets.UTF_8), values)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> elements ? elements : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> fields ? (Map<String, Object>) fields : Map.of();
    }

    /** Empty where there is nothing, and where it is no single value. */
    private static String words(Map<String, Object> fields, String name) {
        return plain(fields.get(name));
    }

    private static String plain(Object value) {
        return value instanceof Map || value instanceof List || value == null ? "" : value.toString();
    }
}
