package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.file.VersionFile.TextFile;
import io.agreements.keycloak.agreement.text.Articles;
import io.agreements.keycloak.agreement.text.TextBytes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A version says the same in all its languages: at least it has as many articles in each. */
final class ArticleCount {

    private static final Articles ARTICLES = new Articles();

    private ArticleCount() {}

    /** What is wrong, with the number in each locale; empty if they are equal. */
    static Optional<String> difference(VersionFile version) {
        Map<String, Integer> counts = version.texts().stream()
                .collect(Collectors.toMap(
                        TextFile::locale,
                        text -> ARTICLES.of(TextBytes.decode(text.content())).size(),
                        Integer::sum,
                        TreeMap::new));
        return counts.values().stream().distinct().count() <= 1
                ? Optional.empty()
                : Optional.of("the number of articles (##) differs between its languages: " + counts);
    }
}
