package io.agreements.keycloak.jpa.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.Text;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RenderedTextsTest {

    private final RenderedTexts texts = new RenderedTexts();

    @Test
    void aTextIsReadAndRenderedOncePerDigest() {
        assertThat(texts.get("digest", 0, () -> "words")).isEqualTo("<p>words</p>\n");
        assertThat(texts.get("digest", 0, unread())).isEqualTo("<p>words</p>\n");
    }

    @Test
    void anotherDigestIsAnotherText() {
        texts.get("digest", 0, () -> "words");

        assertThat(texts.get("other", 0, () -> "others")).isEqualTo("<p>others</p>\n");
    }

    @Test
    void theSameTextIsKeptForEachDepthOfItsHeadings() {
        assertThat(texts.get("digest", 0, () -> "# words")).isEqualTo("<h1>words</h1>\n");
        assertThat(texts.get("digest", 1, () -> "# words")).isEqualTo("<h2>words</h2>\n");
    }

    @Test
    void twoTextsAreReadAndComparedOncePerPairOfDigests() {
        Text older = text("one");
        Text newer = text("two");

        assertThat(texts.changes(older, newer, text -> Optional.of(text.digest())))
                .hasValueSatisfying(changes -> assertThat(changes.isEmpty()).isFalse());
        assertThat(texts.changes(older, newer, text -> {
                    throw new AssertionError("read again");
                }))
                .isPresent();
        assertThat(texts.changes(newer, newer, text -> Optional.of(text.digest())))
                .hasValueSatisfying(changes -> assertThat(changes.isEmpty()).isTrue());
    }

    @Test
    void aTextThatIsNotThereIsComparedLater() {
        assertThat(texts.changes(text("one"), text("two"), text -> Optional.empty()))
                .isEmpty();
        assertThat(texts.changes(text("one"), text("two"), text -> Optional.of("words")))
                .isPresent();
    }

    private static Text text(String digest) {
        return new Text("id-of-" + digest, "en", "Terms", null, digest, 0);
    }

    private static Supplier<String> unread() {
        return () -> {
            throw new AssertionError("read again");
        };
    }
}
