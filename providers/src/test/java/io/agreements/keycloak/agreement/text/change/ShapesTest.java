package io.agreements.keycloak.agreement.text.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.outline.Outline;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.agreement.text.outline.Remark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts in the shapes that people write, in many languages and scripts, each with what is right. They stand in
 * {@code shapes/}, one a line, below the name of their shape: ⏎ ends a line, ␍⏎ with a carriage return, ␉ is a tab, ‹U…› a
 * character by its number.
 */
final class ShapesTest {

    private static final Pattern CHARACTER = Pattern.compile("‹U([0-9A-F]+)›");

    static Stream<Line> shown() {
        return lines("shown.txt");
    }

    /** What of a text a reader sees, without what no author wrote. */
    @ParameterizedTest
    @MethodSource("shown")
    void everyWordIsShownAsItIsMeant(Line line) {
        String html = new Markdown().toHtml(line.text(), 0);

        assertThat(html.replaceAll("\\s+", " ").strip()).isEqualTo(line.right());
        assertThatCode(() -> new Markdown().requireFit(line.text())).doesNotThrowAnyException();
    }

    static Stream<Line> told() {
        return lines("told.txt");
    }

    @ParameterizedTest
    @MethodSource("told")
    void theAuthorIsToldWhatIsRefusedAndWhatIsNoLink(Line line) {
        assertThat(new OutlineReader()
                        .read(line.text()).remarks().stream()
                                .map(ShapesTest::told)
                                .distinct()
                                .collect(Collectors.joining(", ")))
                .isEqualTo(line.right());
    }

    private static String told(Remark remark) {
        return remark.line() + " " + remark.finding() + (remark.refused() ? "!" : "");
    }

    static Stream<Line> articles() {
        return lines("articles.txt");
    }

    @ParameterizedTest
    @MethodSource("articles")
    void articlesAreThoseThatAReaderCounts(Line line) {
        for (String text : List.of(line.text(), line.text().replace("\r", "").replace("\n", "\r\n"))) {
            List<Outline.Article> articles = new OutlineReader().read(text).articles();

            assertThat(articles.stream().map(Outline.Article::heading).collect(Collectors.joining(" | ")))
                    .isEqualTo(line.right());
            String html =
                    Jsoup.parseBodyFragment(new Markdown().toHtml(text, 0)).text();
            assertThat(articles)
                    .extracting(Outline.Article::heading)
                    .allSatisfy(heading -> assertThat(letters(html)).contains(letters(heading)));
        }
    }

    private static String letters(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static Stream<Line> changes() {
        return lines("changes.txt");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatDiffersIsSaidAsWhatItIs(Line line) {
        String[] both = line.text().split("→", -1);

        assertThat(Summary.of(both[0], both[1], Locale.ENGLISH)).isEqualTo(line.right());
        assertThat(Summary.of(both[1], both[0], Locale.ENGLISH))
                .as("the other way round")
                .isNotEmpty();
        assertThat(Summary.of(both[1], both[1], Locale.ENGLISH)).as("nothing").isEmpty();
    }

    static Stream<String> renumbered() {
        return read("renumbered.txt").lines();
    }

    @ParameterizedTest
    @MethodSource("renumbered")
    void anArticleWithAnotherNumberIsRenumbered(String numbers) {
        String[] both = numbers.split("→");
        for (String title : List.of("", " Purposes", " 目的", " الغرض")) {
            String older = (both[0] + title).strip();
            String newer = (both[1] + title).strip();

            assertThat(new TextComparer()
                            .changes(
                                    "## " + older + "\n\nWhat we use it for.",
                                    "## " + newer + "\n\nWhat we use it for.",
                                    Locale.ENGLISH)
                            .articles())
                    .singleElement()
                    .satisfies(article -> {
                        assertThat(article.heading()).isEqualTo(newer);
                        assertThat(article.formerHeading()).isEqualTo(older);
                        assertThat(article.aspects()).isEqualTo(Set.of(Aspect.NUMBER));
                    });
        }
    }

    private static Stream<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        String shape = "";
        for (String line : read(file).lines().toList()) {
            if (line.startsWith("// ")) {
                shape = line.substring(3);
            } else if (!line.isBlank()) {
                lines.add(Line.of(shape, line));
            }
        }
        return lines.stream();
    }

    private static String read(String file) {
        try (InputStream content = ShapesTest.class.getResourceAsStream("/shapes/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(String shape, String written, String right) {

        static Line of(String shape, String line) {
            int end = line.indexOf('⇒');
            return new Line(shape, line.substring(0, end), line.substring(end + 1));
        }

        String text() {
            String text = written.replace("⏎", "\n").replace("␍", "\r").replace("␉", "\t");
            return CHARACTER
                    .matcher(text)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
        }

        @Override
        public String toString() {
            return shape + ": " + written;
        }
    }
}
