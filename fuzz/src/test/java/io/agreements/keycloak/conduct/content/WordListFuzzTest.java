package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists of prohibited words, and what is held against them: a word that is taken is found in itself. */
final class WordListFuzzTest {

    private static final Trial TRIAL = new Trial("lists of prohibited words");

    @DictionaryEntries({
        "swindle",
        "*casino*",
        "!Casino Square",
        "# none",
        "\\x0A",
        "\\x0D\\x0A",
        "\\xEF\\xBB\\xBF",
        "\\xE8\\xB3\\xAD\\xE5\\x8D\\x9A",
        "\\xE2\\x80\\x8B",
        "\\xCC\\xB6",
        "\\x0A====\\x0A"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadOrRefusedWithTheLine(byte[] input) throws Exception {
        Parts parts = new Parts(input);
        TRIAL.run(input, () -> {
            String line = parts.text(0).split("\\R", 2)[0].strip();
            WordList list;
            try {
                list = WordListReader.read(parts.text(0).getBytes(StandardCharsets.UTF_8));
                WordListReader.read(input);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).matches("(Line \\d+ |The list ).*\\.");
                return false;
            }
            WordList.prohibit(List.of(list), parts.text(1));
            boolean isWord =
                    !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!") && !line.startsWith("\ufeff");
            if (isWord && list.entries() == 1) {
                assertThat(WordList.prohibit(List.of(list), line.replace("*", "")))
                        .isTrue();
            }
            return list.entries() > 0;
        });
    }
}
