package io.agreements.keycloak.flow.questioning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.page.AgreementView;
import java.util.List;
import java.util.Optional;

/**
 * What one page showed; kept in the authentication session, named by the page, and compared at the answer.
 *
 * @param id random
 * @param wordingDigest SHA-256 of all that was shown around the texts, hexadecimal; it is kept
 * @param declinable whether the page offered to decline, or to leave it at that
 * @param items the texts shown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Presentation(String id, String wordingDigest, boolean declinable, List<Item> items) {

    /**
     * @param diffFrom number of the version whose difference was shown; null if none was
     * @param attention digests of the clauses attention was drawn to, in the order of the text
     */
    record Item(String key, int version, String locale, String digest, Integer diffFrom, List<String> attention) {

        Item {
            attention = attention == null ? List.of() : List.copyOf(attention);
        }

        static Item of(AgreementView view) {
            return new Item(
                    view.key(),
                    view.versionNumber(),
                    view.locale(),
                    view.digest(),
                    view.change() == null ? null : view.change().fromVersion(),
                    view.attention() == null ? List.of() : view.attention().digests());
        }
    }

    Optional<Item> item(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** Whether just this version of the obligation's agreement was shown. */
    boolean shows(Obligation obligation) {
        return item(obligation.agreement().key())
                .filter(item -> item.version() == obligation.version().number())
                .isPresent();
    }
}
