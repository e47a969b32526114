package io.agreements.keycloak.agreement;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.agreement.text.unseen.UnseenCharacters;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What there is room for. Each check throws an {@link IllegalArgumentException} in words for an administrator. */
public final class Limits {

    /** Characters of a title; here and below one beyond U+FFFF, such as an emoji, takes the room of two. */
    public static final int TITLE = 255;

    /** Characters of a version's label. */
    public static final int LABEL = 64;

    /** Characters of a summary. */
    public static final int SUMMARY = 2000;

    /** Characters of a reason. */
    public static final int REASON = 500;

    /** Characters of a language tag. */
    public static final int LANGUAGE_TAG = 35;

    /** Characters of all names of an audience with a line end between them: twice as many have room in a record. */
    public static final int AUDIENCE = 1500;

    /** Bytes of a text. */
    public static final int TEXT = 1024 * 1024;

    /** Clauses of a text that attention is drawn to: the record of a decision names the digest of each. */
    public static final int ATTENTION_CLAUSES = 25;

    /** Texts of a version: the record of its publication names the digest of each. */
    public static final int LANGUAGES = 30;

    /** Agreements of a realm. */
    public static final int AGREEMENTS = 500;

    /** Versions of an agreement: a new one each month for eighty years. */
    public static final int VERSIONS = 1000;

    /** The highest number of a version. */
    public static final int NUMBER = 999_999;

    /** How far from 0 an agreement can stand. */
    public static final int POSITION = 1_000_000;

    /** Days after which an acceptance has to be renewed: a hundred years. */
    public static final int REACCEPT_AFTER_DAYS = 36_500;

    /** No moment of a timeline comes before this. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** No moment of a timeline comes after this. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Words that stand in addresses where a key would. */
    private static final Set<String> RESERVED_KEYS = Set.of(
            "access",
            "audit",
            "console",
            "coverage",
            "deletion-requests",
            "disclosures",
            "export",
            "holds",
            "import",
            "log",
            "me",
            "preview",
            "prohibited-content",
            "records",
            "restrictions",
            "settings",
            "setup",
            "standings",
            "statistics",
            "users",
            "verify",
            "wordings");

    /** What control characters a text may have. */
    private static final String LINE_ENDS_AND_TABS = "\t\n\r";

    private static final Pattern KEY = Pattern.compile(Agreement.KEY_PATTERN);

    private static final Markdown MARKDOWN = new Markdown();
    private static final OutlineReader OUTLINES = new OutlineReader();

    private Limits() {}

    /** @param name of the value, as it is called in REST */
    public static void require(String name, Object value) {
        if (value == null || value instanceof String words && words.isBlank()) {
            throw new IllegalArgumentException(name + " must be given");
        }
    }

    /**
     * That there is something to see in words, whatever else is between it.
     *
     * @param name of the value, as it is called in REST
     */
    public static void requireAnySeen(String name, String words) {
        if (!UnseenCharacters.showsAny(words)) {
            throw new IllegalArgumentException(name + " has no character that can be seen");
        }
    }

    public static void requireLength(String name, String value, int most) {
        if (value != null && value.length() > most) {
            int characters = value.codePointCount(0, value.length());
            String room = characters == value.length()
                    ? ""
                    : ", which take the room of " + value.length() + " (an emoji that of two or more)";
            throw new IllegalArgumentException(
                    name + " has " + characters + " characters" + room + "; there is room for " + most);
        }
    }

    /** @param name of the value, as it is called in REST */
    public static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most);
        }
    }

    /** @param name of the moment, as it is called in REST; no moment is none too far */
    public static void requireMoment(String name, Instant moment) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            throw new IllegalArgumentException(name + " must lie between the years 2000 and 2200");
        }
    }

    /** That it has characters for one line only, and no halves of characters; null is none. */
    public static void requireLine(String name, String value) {
        requireCharacters(name, value, "");
    }

    /** That it has no control characters but line ends and tabs, and no halves of characters; null is none. */
    public static void requireLines(String name, String value) {
        requireCharacters(name, value, LINE_ENDS_AND_TABS);
    }

    /**
     * That it is words somebody can see, whatever is in between; null and nothing but blanks are none.
     *
     * @param name of the value, as it is called in REST
     */
    public static void requireSeen(String name, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        requireAnySeen(name, value);
        UnseenCharacters.ofPlain(value).stream()
                .filter(found -> found.verdict().isRefused())
                .findFirst()
                .ifPresent(found -> {
                    throw new IllegalArgumentException(
                            name + " has a character that cannot be seen: " + found.detail());
                });
    }

    private static void requireCharacters(String name, String value, String controls) {
        if (value == null) {
            return;
        }
        for (int place = 0; place < value.length(); place += Character.charCount(value.codePointAt(place))) {
            int character = value.codePointAt(place);
            if (controls.indexOf(character) < 0 && isUnseen(character, controls.isEmpty())) {
                throw new IllegalArgumentException("%s must not have the character U+%04X, which is number %d of it"
                        .formatted(name, character, place + 1));
            }
        }
    }

    private static boolean isUnseen(int character, boolean inOneLine) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> inOneLine;
            default -> false;
        };
    }

    /**
     * That it is words there is room for; null is none.
     *
     * @param name of the reason, as it is called in REST
     */
    public static void requireReason(String name, String reason) {
        if (reason == null) {
            return;
        }
        requireLength(name, reason, REASON);
        requireLines(name, reason);
        requireSeen(name, reason);
        if (reason.codePoints().noneMatch(Character::isLetter)) {
            throw new IllegalArgumentException(name + " must say in words why");
        }
    }

    /** @param count how many agreements a realm is to have */
    public static void requireAgreements(int count) {
        if (count > AGREEMENTS) {
            throw new IllegalArgumentException("a realm has room for " + AGREEMENTS + " agreements, not for " + count);
        }
    }

    /** @param count how many versions an agreement is to have */
    public static void requireVersions(int count) {
        if (count > VERSIONS) {
            throw new IllegalArgumentException("an agreement has room for " + VERSIONS + " versions, not for " + count);
        }
    }

    /** @param count how many texts a version is to have */
    public static void requireLanguages(int count) {
        if (count > LANGUAGES) {
            throw new IllegalArgumentException(
                    "a version has room for texts in " + LANGUAGES + " languages, not in " + count);
        }
    }

    /** The names as they are kept in a record, where some characters take the room of two. */
    public static void requireAudience(Audience audience) {
        audience.names().forEach(name -> requireLine("audience", name));
        String names = String.join("\n", audience.names());
        int length = JsonStringEncoder.getInstance().quoteAsString(names).length;
        if (length > AUDIENCE) {
            throw new IllegalArgumentException(
                    "audience has names of " + length + " characters; there is room for " + AUDIENCE);
        }
    }

    public static void requireKey(String key) {
        require("key", key);
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "key must be of small letters, digits and hyphens, at most 64, and neither"
                            + " begin nor end with a hyphen");
        }
        if (RESERVED_KEYS.contains(key)) {
            throw new IllegalArgumentException(
                    "key must not be " + key + ": addresses use the word already, as they do "
                            + RESERVED_KEYS.stream().sorted().toList());
        }
    }

    /**
     * One language has one tag: {@code zh-hans} is not to stand beside {@code zh-Hans}.
     *
     * @param name of the value, as it is called in REST
     */
    public static void requireLocale(String name, String tag) {
        require(name, tag);
        requireLength(name, tag, LANGUAGE_TAG);
        Locale locale;
        try {
            locale = new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(noTag(name, tag), e);
        }
        if (locale.getLanguage().isEmpty() || MeantLanguages.isUnknown(locale)) {
            throw new IllegalArgumentException(noTag(name, tag));
        }
        if (!locale.toLanguageTag().equals(tag)) {
            throw new IllegalArgumentException(name + " " + tag
                    + " is not how a language tag (BCP 47) is written; write " + locale.toLanguageTag());
        }
    }

    private static String noTag(String name, String tag) {
        return name + " must be a language tag (BCP 47), such as zh-Hans; " + tag + " is none"
                + MeantLanguages.question(tag);
    }

    /** That it is a text there is room for, in UTF-8. */
    public static void requireText(byte[] content) {
        require("content", content);
        if (content.length > TEXT) {
            throw new IllegalArgumentException("content has " + content.length + " bytes; there is room for " + TEXT);
        }
        if (!TextBytes.isUtf8(content)) {
            throw new IllegalArgumentException("content must be UTF-8");
        }
        String text = TextBytes.decode(content);
        if (text.isBlank()) {
            throw new IllegalArgumentException("content must not be empty");
        }
        requireLines("content", text);
    }

    /**
     * That it can be shown at no more cost than a text may have, that its links lead where links may, and that it draws
     * attention to no more than a reader attends to.
     */
    public static void requireFit(byte[] content) {
        String markdown = TextBytes.decode(content);
        MARKDOWN.requireFit(markdown);
        requireAttentionClauses(OUTLINES.read(markdown).attentionClauses().size());
    }

    private static void requireAttentionClauses(int count) {
        if (count > ATTENTION_CLAUSES) {
            throw new IllegalArgumentException(
                    "content draws attention to " + count + " clauses ([!IMPORTANT]); there is"
                            + " room for " + ATTENTION_CLAUSES
                            + ": who draws attention to everything draws it to nothing. Mark those alone that limit your liability"
                            + " or weigh on the user");
        }
    }
}
