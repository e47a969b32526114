package io.agreements.keycloak.agreement.text.outline;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;
import io.agreements.keycloak.agreement.text.Links;

/** Kinds of what the author of a text is told. */
public enum Finding {
    PDF("this is a PDF file", Finding.WORDS_ALONE, true),
    RTF("this is an RTF file", Finding.WORDS_ALONE, true),
    PAGE("this is a page in HTML or XML", Finding.WORDS_ALONE, true),
    WORD_PROCESSOR("this is a file of a word processor", Finding.WORDS_ALONE, true),
    HTML(
            "'{0}' is HTML",
            "write it as Markdown, or take it out; to show a < as it is, put a backslash before it", true),
    COMMENT("'{0}' is a comment, which readers of a page never see", "take it out", true),
    PROGRAM_NAME(
            "'{0}' is a name or a style for a program and no words",
            "take it out; headings have names by themselves", true),
    CODE_INFO(
            "words stand behind the three marks that begin a block of code",
            "they are shown above it; move them to a line of their own if that is not meant",
            false),
    FRONT_MATTER(
            "what stands between the two lines of --- at the head ({0}) is not shown",
            "nothing of it is part of the agreement", false),
    LINK("the link to '{0}' leads nowhere and is shown as words", Links.KINDS, false),
    HEADING_LINK("the link to '{0}' leads nowhere and is shown as words", "no heading has that name", false);

    private static final String WORDS_ALONE = "put the words in, as Markdown or plain text";
    /** In the words: what was found. */
    private static final String DETAIL = "{0}";

    private final String found;
    private final String advice;
    private final boolean refused;

    Finding(String found, String advice, boolean refused) {
        this.found = found;
        this.advice = advice;
        this.refused = refused;
    }

    @JsonCreator
    static Finding named(String name) {
        return EnumNames.find(Finding.class, name);
    }

    Remark at(int line) {
        return at(line, null);
    }

    /** @param detail what stands there, or so much of it as tells it */
    Remark at(int line, String detail) {
        return new Remark(this, line, detail);
    }

    String found(String detail) {
        return detail == null ? found : found.replace(DETAIL, detail);
    }

    String advice() {
        return advice;
    }

    boolean isRefused() {
        return refused;
    }
}
