package io.agreements.keycloak.conduct;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;
import io.agreements.keycloak.agreement.Limits;
import java.time.Instant;

/**
 * What a user has to say against a restriction, once.
 *
 * @param text in the user's words
 * @param at when, in UTC
 * @param answer null while there is none
 */
public record Appeal(String text, Instant at, Answer answer) {

    /** Characters of an appeal, and of its answer. */
    public static final int TEXT_LENGTH = 2000;

    /** @throws IllegalArgumentException if there are no words, or too many */
    public Appeal {
        Limits.require("appeal", text);
        Limits.requireAnySeen("appeal", text);
        Limits.requireLength("appeal", text, TEXT_LENGTH);
        Limits.requireLines("appeal", text);
    }

    /** The same, answered. */
    Appeal answered(Answer given) {
        return new Appeal(text, at, given);
    }

    /**
     * What an administrator says to it.
     *
     * @param outcome what comes of it
     * @param text in the administrator's words
     * @param at when, in UTC
     * @param administratorId user id of the administrator
     */
    public record Answer(Outcome outcome, String text, Instant at, String administratorId) {

        /** @throws IllegalArgumentException with what is wrong in words for an administrator */
        public Answer {
            Limits.require("outcome", outcome);
            Limits.require("answer", text);
            Limits.requireLength("answer", text, TEXT_LENGTH);
            Limits.requireLines("answer", text);
            Limits.requireSeen("answer", text);
        }
    }

    /** What comes of an appeal. */
    public enum Outcome {
        /** The restriction is lifted. */
        UPHELD,
        /** The restriction stays. */
        REJECTED;

        /** @throws IllegalArgumentException if none has that name */
        @JsonCreator
        static Outcome named(String name) {
            return EnumNames.find(Outcome.class, name);
        }
    }
}
