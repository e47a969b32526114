package io.agreements.proof.ledger.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What there is to be said of a finding, each with a sentence in English; the names in braces are what differs in each case. */
public enum Saying {
    DIFFERS_NOW("is not what the log has, and is {now}"),
    DIFFERS_EMPTY("is not what the log has, and is empty"),
    DIFFERS_BEFORE("is not what the log has: it was {before}"),
    DIFFERS_BEFORE_EMPTY("is not what the log has: it was empty"),
    DIFFERS_SOMEWHERE("is not what the log has; which column it is cannot be told"),
    NUMBER_OF_NO_RECORD("is a number that no record has, so that it is in no log"),
    WORD_OF_NO_RECORD("is {now}, a word that no record has, so that it is in no log"),
    NO_RECORD_OF_A_LOG("is none that a log could have"),
    NOT_IN_LOG("is not in the log, where this place is another record's or none"),
    NOT_YET_IN_LOG("is not in the log yet, as are {others} others"),
    OVERDUE("is older than the last checkpoint by more than a day, and not in the log"),
    STANDS_ELSEWHERE("stands at index {index} in the log"),
    PLACE_GONE("is gone; the record stands at index {index} in the log"),
    RECORD_GONE("the record at this place is gone"),
    PLACE_EMPTY("neither a record nor an entry is left at this place"),
    REALM_CHANGED("is {now}, and was {before}"),

    NUMBER_UNFIT("is not the number that stands for {columns}, so that the record is found in no list"),
    CHECKS_UNFIT("do not fit {column}, which is right"),
    CHECKS_GONE("are gone, or are not those of a record"),
    OTHER_THAN_BOUND("is not what the record is bound to"),
    BOUND_TO_NONE("is there, and the record is not bound to any"),
    SALT_WITHOUT_COMMITMENT("is there without a commitment"),
    SALT_GONE("is gone, while what it was for is still there"),
    PSEUDONYM_GONE("is gone; an erasure would have left a pseudonym"),
    PSEUDONYM_OF_MORE("is the pseudonym of more records than its ERASURE speaks of; one of them is another user's"),
    ERASED_UNSPOKEN("was erased, and no ERASURE speaks of it"),
    ERASED_HELD("was erased, while a legal hold keeps it, and no ERASURE speaks of it"),
    ERASURE_NOT_YET_IN_LOG("was erased, and the record of it is not in the log yet"),
    ERASURE_OF_USER_TO_COME("was erased; the user is gone, and the record of it is still to come"),

    REFERRED_GONE("is gone, and record {record} refers to it"),
    REFERRED_UNFIT("content and digest do not fit, and record {record} refers to {digest}"),
    DIGEST_UNFIT("content and digest do not fit"),
    TEXT_OTHER_THAN_REFERRED("the text of {text} is not the one that record {record} refers to"),
    TEXT_REPLACED("is another text, and record {record} refers to it by {digest}"),
    TEXT_GONE("is gone, and record {record} refers to it by {digest}"),
    TEXT_UNFIT("content and digest of the text of {text} do not fit"),

    VERSION_DIFFERS("is {now}, and {due} in record {record}, the latest of its publication"),
    VERSION_UNPUBLISHED("is there, and no PUBLICATION on record speaks of it"),

    TILE_UNFIT("number {number} in it is not what follows from the records"),
    TILE_LENGTH("has {bytes} bytes and not {due}"),
    TILE_PLACE("was {before}"),
    TILE_GONE("is gone"),
    TILE_SURPLUS("is none of this log's"),
    TILES_LOST("{problem}"),

    LOG_HALTED("nothing is added to the log: {problem}"),
    KEY_UNREADABLE("{problem}"),
    KEY_HASH_UNFIT("is not that of the key"),
    NO_KEY_GIVEN("no key of the log is given: signatures are held against the keys that are stored beside them"),
    KEY_NOT_GIVEN(
            "checkpoints are signed by a key that is not among those given: {key} (if the log has had another key since, give that too: fetch /log/keys again)"),

    NOTE_FALSE("{problem}"),
    NOTE_OF_SIZE("the note says {size}"),
    NOTE_OF_ORIGIN("the note is of {origin}, and {current} is the log's now"),
    ORIGIN_NEVER_HAD("the log never had this one"),
    CHECKPOINT_WITHOUT_LOG("is there without a log"),
    CHECKPOINT_BEYOND("the log has only {entries} entries"),
    CHECKPOINT_NONE("the log has no checkpoint"),
    CHECKPOINT_BEHIND("the last checkpoint has {size} entries, and the log {entries}"),
    CHECKPOINT_NOT_COVERING("no checkpoint covers what was looked at"),
    SIGNED_AT_UNFIT("fits neither the checkpoints beside it nor its records"),
    OTHER_ENTRIES("the log has other entries than those signed for, at an index from {from} on and below {below}"),
    OTHER_ENTRIES_BELOW("the log has other entries below {below} than those signed for"),

    KEPT_FALSE("the checkpoint in {place}: {problem}"),
    KEPT_BEYOND("the checkpoint in {place} has {size} entries, and the log has only {entries}"),
    KEPT_OF_ORIGIN("the checkpoint in {place} is of {origin}, which this log never was"),
    KEPT_NOT_STORED("the checkpoint kept in {place} is not stored"),
    KEPT_OTHER_ENTRIES(
            "the log has other entries than those signed for, at an index from {from} on and below {below} (checkpoint in {place})"),
    KEPT_OTHER_ENTRIES_BELOW("the log has other entries than those signed for, below {below} (checkpoint in {place})"),

    COSIGNATURES_FALSE("{problem}"),
    COSIGNATURES_UNKNOWN("there are cosignatures of witnesses that no policy names"),

    STAMP_FALSE("{problem}"),
    STAMP_GONE("is there without a time stamp"),
    STAMP_OF_TIME("is not what the time stamp says: {time}"),
    STAMPS_UNREAD("time stamps are not looked at: Bouncy Castle is not at hand"),
    STAMPS_UNVOUCHED("no certificate is given that vouches for those who stamp time"),
    KEPT_STAMP_FALSE("the time stamp {place}: {problem}"),

    STANDING_DIFFERS("is {now}, and {due} in record {record}, the latest of this user"),
    STANDING_OF_OTHER_RECORD("is another one in record {record}"),
    STANDING_WITHOUT_DECISION("the user has no decision on this agreement on record"),
    STANDING_OF_NO_DECISION("its record is no decision of this user"),
    STANDING_GONE("is gone, while record {record} is the user's latest decision"),

    STATE_DIFFERS("is {now}, which is not what its records of the type {type} come to"),
    STATE_WITHOUT_RECORD("there is no record of the type {type} with which it came to be"),
    STATE_GONE("is gone, and record {record} says that it came to be");

    private static final String NAME = "\\{(\\w+)}";

    private final String english;
    private final List<String> names;

    Saying(String english) {
        this.english = english;
        this.names = Pattern.compile(NAME)
                .matcher(english)
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    /** What differs in each case, in the order of the sentence. */
    public List<String> names() {
        return names;
    }

    /** @param values what differs, in the order of the names; null is told as such */
    public Statement of(Object... values) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException("%s is about %s".formatted(this, names));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int number = 0; number < values.length; number++) {
            parameters.put(names.get(number), String.valueOf(values[number]));
        }
        return new Statement(this, parameters);
    }

    String english(Map<String, String> parameters) {
        return Pattern.compile(NAME)
                .matcher(english)
                .replaceAll(name -> Matcher.quoteReplacement(parameters.get(name.group(1))));
    }
}
