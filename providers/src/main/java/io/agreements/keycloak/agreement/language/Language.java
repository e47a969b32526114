package io.agreements.keycloak.agreement.language;

import java.util.Locale;

/**
 * The language that words are in, and with it the script and the direction they are written in.
 *
 * @param tag BCP 47 language tag
 */
public record Language(String tag) {

    public static Language of(Locale locale) {
        return new Language(locale.toLanguageTag());
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** ISO 15924 code: the script the tag names, or else the one the language is most likely written in. */
    public String script() {
        Locale locale = locale();
        return locale.getScript().isEmpty()
                ? LikelyScripts.of(general(locale.getLanguage()), locale.getCountry())
                : locale.getScript();
    }

    /** The language that one which has no likely script of its own is a kind of. */
    private static String general(String language) {
        return switch (language) {
            case "prs", "pes" -> "fa";
            case "arb" -> "ar";
            case "cmn" -> "zh";
            default -> language;
        };
    }

    public Direction direction() {
        return Direction.of(script());
    }

    public boolean isSameAs(Language other) {
        return name().equals(other.name());
    }

    public boolean isWrittenAs(Language other) {
        return script().equals(other.script());
    }

    public boolean isChinese() {
        return name().equals("zh");
    }

    public boolean isEnglish() {
        return name().equals("en");
    }

    /** The language without script and country. Languages that go by several names have one here. */
    private String name() {
        String name = locale().getLanguage();
        return switch (name) {
            case "iw" -> "he";
            case "ji" -> "yi";
            case "in" -> "id";
            case "nb", "nn" -> "no";
            case "cmn", "yue" -> "zh";
            case "prs", "pes" -> "fa";
            case "fil" -> "tl";
            case "arb" -> "ar";
            case "sh" -> "sr";
            default -> name;
        };
    }
}
