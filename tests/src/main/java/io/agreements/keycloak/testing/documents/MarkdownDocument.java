package io.agreements.keycloak.testing.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A document of the project.
 *
 * @param name its path in the project
 * @param steps what it has to be done, in order
 * @param mentions links and words in the type of code, in order
 * @param anchors where links can lead in it
 */
public record MarkdownDocument(String name, List<Step> steps, List<Mention> mentions, Set<String> anchors) {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /**
     * Something a document names.
     *
     * @param line where
     * @param text the address of a link, or the words
     * @param isLink which of the two
     */
    public record Mention(int line, String text, boolean isLink) {}

    /** Reads one. */
    public static MarkdownDocument read(Path project, String name) {
        try {
            return parse(name, Files.readString(project.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that tell people what to do: the ones at the top of the project and those in {@code docs/}. */
    public static List<MarkdownDocument> allOf(Path project) {
        try (Stream<Path> top = Files.list(project);
                Stream<Path> docs = Files.list(project.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .map(file -> project.relativize(file).toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .map(name -> read(project, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarkdownDocument parse(String name, String text) {
        Node root = PARSER.parse(text);
        MarkdownReader reader = new MarkdownReader(name);
        root.accept(reader);
        return reader.document();
    }

    /** The steps under one heading, and under the smaller ones below it. */
    public List<Step> section(String anchor) {
        if (!anchors.contains(anchor)) {
            throw new IllegalArgumentException(name + " has no section #" + anchor);
        }
        return steps.stream().filter(step -> step.sections().contains(anchor)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
