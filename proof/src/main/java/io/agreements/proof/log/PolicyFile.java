package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.Strictly;
import io.agreements.proof.note.VerifierKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the lines of a policy file. */
final class PolicyFile {

    private static final int LONGEST = 256 * 1024;
    private static final int DELETE = 0x7f;

    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private String quorum;

    private PolicyFile() {}

    static Policy parse(byte[] bytes) {
        String text = Strictly.utf8(bytes, LONGEST, "The policy");
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == DELETE)) {
            throw new MalformedException("A policy has no control characters but tabs and new lines");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new MalformedException("Each line of a policy has an end");
        }
        PolicyFile file = new PolicyFile();
        text.lines().map(PolicyFile::words).filter(words -> !words.isEmpty()).forEach(file::add);
        return file.toPolicy();
    }

    /** A name or an address as it may stand in a line. */
    static void checkWord(String word) {
        if (word.isEmpty() || word.chars().anyMatch(c -> c <= ' ' || c == DELETE)) {
            throw new MalformedException("A name or an address of a policy is one word: " + word);
        }
    }

    /** Of a line; none of one that is empty or a comment. */
    private static List<String> words(String line) {
        List<String> words = Arrays.stream(line.split("[ \t]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return !words.isEmpty() && words.get(0).startsWith("#") ? List.of() : words;
    }

    private void add(List<String> words) {
        int count = words.size();
        switch (words.get(0)) {
            case "log" -> {
                check(count == 2 || count == 3, words);
                logs.add(new Policy.Log(VerifierKey.parse(words.get(1)), word(words, 2)));
            }
            case "witness" -> {
                check(count == 3 || count == 4, words);
                checkNew(words.get(1));
                witnesses.add(new Policy.Witness(words.get(1), VerifierKey.parse(words.get(2)), word(words, 3)));
            }
            case "group" -> {
                check(count >= 4, words);
                List<String> members = words.subList(3, count);
                members.forEach(this::checkKnown);
                groups.add(new Policy.Group(words.get(1), threshold(words.get(2), members.size()), members));
            }
            case "quorum" -> {
                check(count == 2 && quorum == null, words);
                if (!words.get(1).equals(Policy.NONE)) {
                    checkKnown(words.get(1));
                }
                quorum = words.get(1);
            }
            default -> check(false, words);
        }
    }

    private static Optional<String> word(List<String> words, int number) {
        return words.size() > number ? Optional.of(words.get(number)) : Optional.empty();
    }

    private static int threshold(String word, int members) {
        return switch (word) {
            case "any" -> 1;
            case "all" -> members;
            default -> (int) Math.min(Strictly.number(word, "The threshold of a group"), Integer.MAX_VALUE);
        };
    }

    private static void check(boolean condition, List<String> words) {
        if (!condition) {
            throw new MalformedException("A policy has no such line, or not here: " + String.join(" ", words));
        }
    }

    private void checkKnown(String name) {
        if (witnesses.stream().noneMatch(witness -> witness.name().equals(name))
                && groups.stream().noneMatch(group -> group.name().equals(name))) {
            throw new MalformedException("The policy does not say on a line before who %s is".formatted(name));
        }
    }

    private void checkNew(String name) {
        if (groups.stream().anyMatch(group -> group.name().equals(name))) {
            throw new MalformedException("The policy uses the name %s twice".formatted(name));
        }
    }

    private Policy toPolicy() {
        if (quorum == null) {
            throw new MalformedException("A policy has a line with its quorum");
        }
        return new Policy(logs, witnesses, groups, quorum);
    }
}
