package io.agreements.keycloak.conduct;

import io.agreements.keycloak.agreement.Limits;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The statement of reasons that goes with whatever is imposed on a user; the user reads all of it.
 *
 * @param grounds why, at least one
 * @param facts what happened, in the administrator's words
 * @param article the article of the agreement, or the law, relied on
 * @param appeal where else the user can object, in words; null if that is nowhere but on the page that shows this
 */
public record Statement(Set<RestrictionGround> grounds, String facts, String article, String appeal) {

    /** Characters of the facts. */
    public static final int FACTS_LENGTH = 2000;

    /** Characters of an article. */
    public static final int ARTICLE_LENGTH = 255;

    /** Characters that say where else to object. */
    public static final int APPEAL_LENGTH = 500;

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public Statement {
        if (grounds == null || grounds.isEmpty()) {
            throw new IllegalArgumentException("grounds must be given, at least one");
        }
        Limits.require("facts", facts);
        Limits.requireLength("facts", facts, FACTS_LENGTH);
        Limits.requireLines("facts", facts);
        Limits.requireSeen("facts", facts);
        if (facts.codePoints().noneMatch(Character::isLetter)) {
            throw new IllegalArgumentException("facts must say in words what happened");
        }
        Limits.require("article", article);
        Limits.requireLength("article", article, ARTICLE_LENGTH);
        Limits.requireLine("article", article);
        Limits.requireSeen("article", article);
        Limits.requireLength("appeal", appeal, APPEAL_LENGTH);
        Limits.requireLines("appeal", appeal);
        Limits.requireSeen("appeal", appeal);
        grounds = Collections.unmodifiableSet(EnumSet.copyOf(grounds));
    }
}
