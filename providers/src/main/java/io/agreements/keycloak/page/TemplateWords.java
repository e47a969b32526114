package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keys of the messages that {@code agreements-commons.ftl} itself puts beside an agreement. */
final class TemplateWords {

    static final List<String> ALWAYS = List.of("agreementsWhole", "agreementsNewTab");
    static final List<String> WITH_ATTENTION = List.of("agreementsAttentionArticle");
    static final List<String> WITH_CONTENTS = List.of("agreementsContents");
    static final List<String> WITH_CHANGES = Stream.of(
                    Stream.of(
                            "agreementsLegend",
                            "agreementsLegendInserted",
                            "agreementsLegendDeleted",
                            "agreementsWholeOfNew",
                            "agreementsHeadingFormerly",
                            "agreementsTextGone",
                            "agreementsPreamble",
                            "agreementsOneText",
                            "agreementsBecame",
                            "agreementsArticleAdded",
                            "agreementsArticleRemoved",
                            "agreementsAspectAnd",
                            "agreementsAspectWORDS_TOO",
                            "agreementsTraits",
                            "agreementsTraitsOnly",
                            "agreementsTraitsOfWeight",
                            "agreementsTraitsMore",
                            "agreementsLeftOut",
                            "agreementsInserted",
                            "agreementsDeleted",
                            "agreementsStruck",
                            "agreementsMarkEnd"),
                    Stream.of(Aspect.values()).map(aspect -> "agreementsAspect" + aspect),
                    Stream.of(Trait.values()).map(trait -> "agreementsTrait" + trait))
            .flatMap(keys -> keys)
            .toList();
    static final String READ_TO_END = "agreementsReadToEnd";
    static final String ACKNOWLEDGE_READ_TO_END = "agreementsAcknowledgeReadToEnd";

    private TemplateWords() {}

    static List<String> of(AgreementsPage.Item item) {
        List<String> keys = new ArrayList<>(ALWAYS);
        if (item.view().attention() != null) {
            keys.addAll(WITH_ATTENTION);
        }
        if (!item.view().contents().isEmpty()) {
            keys.addAll(WITH_CONTENTS);
        }
        if (showsChanges(item.view().change())) {
            keys.addAll(WITH_CHANGES);
        }
        if (item.readToEnd()) {
            keys.add(item.acknowledgement() ? ACKNOWLEDGE_READ_TO_END : READ_TO_END);
        }
        return keys;
    }

    private static boolean showsChanges(AgreementView.Change change) {
        TextChanges texts = change == null ? null : change.texts();
        return texts != null && !texts.isEmpty();
    }
}
