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
            "'{0}' is a name, a style or an order for a program and no words",
            "take it out; headings have names by themselves", true),
    CODE_INFO(
            "words stand behind the three marks that begin a block of code",
            "they are shown above it; move them to a line of their own if that is not meant",
            false),
    FRONT_MATTER(
            "what stands between the two lines of --- at the head ({0}) is shown in lines above the text",
            "take it out if readers need not see it", false),
    UNSEEN_CHARACTER("'{0}' has a character that cannot be seen", "take it out", true),
    PRIVATE_CHARACTER(
            "'{0}' has a character that has a shape in one font only, such as a sign pasted from a word processor",
            "write a character that everybody has instead; for a bullet a hyphen and a space", true),
    OBJECT_CHARACTER("'{0}' has what stands for a picture or another thing that is not here", "take it out", true),
    DIRECTION_OVERRIDE(
            "'{0}' has a character that shows what follows in another order than it is stored",
            "take it out, and write in the order of reading", true),
    DIRECTION_ALONE(
            "'{0}' has a mark of direction, and nothing here is written from right to left", "take it out", true),
    DIRECTION_OPEN(
            "'{0}' begins or ends a change of direction that has no other end on its line",
            "take it out, or put the other end into the same line", true),
    DIRECTION_MARK(
            "'{0}' has a mark of direction, which cannot be seen and is kept", "make sure that it is meant", false),
    BREAK_MARK(
            "'{0}' has a character that is not seen but where a line ends there, and is kept",
            "make sure that it is meant: a search for the word may not find it", false),
    LOST_CHARACTER("'{0}' has what stands for a character that was lost", "write the right one", false),
    UNKNOWN_CHARACTER(
            "'{0}' has a character that this server does not know, and is kept",
            "make sure that readers have a font that shows it", false),
    NO_WORDS("no word of this is shown", "write the text", true),
    PICTURE("a picture without a description is not shown", "write what it says between its brackets", false),
    EMPTY_LINK("a link without words is not shown", "write words between its brackets", false),
    MARK(
            "'{0}' sets nothing off, and is shown as words",
            "a clause is set off by a first line > [!IMPORTANT], also [!NOTE], [!TIP], [!WARNING] or [!CAUTION], and a >"
                    + " before each of its lines",
            false),
    LINK("the link to '{0}' leads nowhere and is shown as words", Links.KINDS, false),
    HEADING_LINK("the link to '{0}' leads nowhere and is shown as words", "no heading has that name", false),
    NOTE_MARK(
            "'{0}' leads to no note and is shown as words",
            "write the note in a line that begins with this mark and a colon", false),
    ARTICLE_ORDER(
            "the number '{0}' does not follow that of the article before it",
            "make sure that no article is missing, there twice or in another's place", false);

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
