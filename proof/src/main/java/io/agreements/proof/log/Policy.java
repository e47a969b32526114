package io.agreements.proof.log;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifiedSignature;
import io.agreements.proof.note.VerifierKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which logs somebody believes, and who has to have seen their checkpoints (C2SP tlog-policy).
 *
 * @param logs any of them
 * @param witnesses whose cosignatures count
 * @param groups of witnesses and of groups before them
 * @param quorum the witness or group that has to have seen a checkpoint, or {@link #NONE}
 */
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {

    /** The quorum that asks for no witness. */
    public static final String NONE = "none";

    static final int MOST = 256;

    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
        if (logs.size() > MOST || witnesses.size() > MOST || groups.size() > MOST) {
            throw new MalformedException("A policy has at most %d logs, witnesses and groups each".formatted(MOST));
        }
        checkKeys(logs.stream().map(Log::key).toList(), "log");
        checkKeys(witnesses.stream().map(Witness::key).toList(), "witness");
        checkNames(witnesses, groups, quorum);
    }

    /** Reads a policy file. */
    public static Policy parse(byte[] file) {
        return PolicyFile.parse(file);
    }

    /**
     * Refuses a checkpoint that is not signed by one of the logs, or was not seen by the quorum.
     *
     * @throws io.agreements.proof.MalformedException if the note is no checkpoint
     */
    public Witnessed verify(SignedNote note) throws UnverifiedException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<VerifierKey> ofOrigin = logs.stream()
                .map(Log::key)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (ofOrigin.isEmpty()) {
            throw new UnverifiedException("The policy does not know the log " + checkpoint.origin());
        }
        List<VerifiedSignature> signatures =
                note.verify(Stream.concat(ofOrigin.stream(), witnesses.stream().map(Witness::key))
                        .toList());
        VerifierKey log = signatures.stream()
                .map(VerifiedSignature::key)
                .filter(ofOrigin::contains)
                .findFirst()
                .orElseThrow(() -> new UnverifiedException(
                        "The log %s did not sign this checkpoint".formatted(checkpoint.origin())));
        Map<String, Instant> seen = seen(signatures);
        if (!isQuorum(seen.keySet())) {
            throw new UnverifiedException(
                    "Those who saw this checkpoint are not enough for the policy, which asks for %s: %s"
                            .formatted(quorum, seen.isEmpty() ? NONE : String.join(", ", seen.keySet())));
        }
        return new Witnessed(checkpoint, log, seen);
    }

    /** Whether these witnesses, by their names here, are as many as it asks for. */
    boolean isQuorum(Set<String> seen) {
        Set<String> reached = new HashSet<>(seen);
        reached.add(NONE);
        for (Group group : groups) {
            if (group.members().stream().filter(reached::contains).count() >= group.threshold()) {
                reached.add(group.name());
            }
        }
        return reached.contains(quorum);
    }

    private Map<String, Instant> seen(List<VerifiedSignature> signatures) {
        Map<String, Instant> seen = new HashMap<>();
        for (VerifiedSignature signature : signatures) {
            for (Witness witness : witnesses) {
                if (witness.key().equals(signature.key())) {
                    seen.merge(
                            witness.name(),
                            signature.seen().orElseThrow(),
                            (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
        return seen;
    }

    private static void checkKeys(List<VerifierKey> keys, String what) {
        for (int one = 0; one < keys.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (keys.get(one).isSameKeyAs(keys.get(other))) {
                    throw new MalformedException("The policy has the same key twice, the second time as %s %s"
                            .formatted(what, keys.get(one).name()));
                }
            }
        }
    }

    private static void checkNames(List<Witness> witnesses, List<Group> groups, String quorum) {
        Set<String> known = new HashSet<>(Set.of(NONE));
        for (Witness witness : witnesses) {
            define(witness.name(), known);
        }
        Set<String> members = new HashSet<>();
        for (Group group : groups) {
            for (String member : group.members()) {
                if (member.equals(NONE) || !known.contains(member)) {
                    throw new MalformedException(
                            "The policy does not say before the group %s who %s is".formatted(group.name(), member));
                }
                if (!members.add(member)) {
                    throw new MalformedException("The policy has %s in more than one group".formatted(member));
                }
            }
            define(group.name(), known);
        }
        if (!known.contains(quorum)) {
            throw new MalformedException("The policy does not say who its quorum %s is".formatted(quorum));
        }
    }

    private static void define(String name, Set<String> known) {
        PolicyFile.checkWord(name);
        if (!known.add(name)) {
            throw new MalformedException("The policy uses the name %s twice".formatted(name));
        }
    }

    /** The file. */
    @Override
    public String toString() {
        Stream<String> lines = Stream.of(
                        logs.stream().map(Log::toString),
                        witnesses.stream().map(Witness::toString),
                        groups.stream().map(Group::toString),
                        Stream.of("quorum " + quorum))
                .flatMap(each -> each);
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * A log that is believed.
     *
     * @param key named as the log's origin
     * @param url where it is
     */
    public record Log(VerifierKey key, Optional<String> url) {
        public Log {
            if (key.type() != KeyType.NOTE) {
                throw new MalformedException("The key of the log %s is not one that signs notes".formatted(key.name()));
            }
            url.ifPresent(PolicyFile::checkWord);
        }

        @Override
        public String toString() {
            return "log " + key + url.map(address -> " " + address).orElse("");
        }
    }

    /**
     * Somebody whose cosignatures count.
     *
     * @param name means something within the policy only
     * @param url where checkpoints are sent to
     */
    public record Witness(String name, VerifierKey key, Optional<String> url) {
        public Witness {
            if (key.type() != KeyType.COSIGNATURE) {
                throw new MalformedException("The key of the witness %s is not one for cosignatures".formatted(name));
            }
            url.ifPresent(PolicyFile::checkWord);
        }

        @Override
        public String toString() {
            return "witness " + name + " " + key
                    + url.map(address -> " " + address).orElse("");
        }
    }

    /**
     * Some of whom have to have seen a checkpoint.
     *
     * @param threshold how many
     * @param members names of witnesses, and of groups before this one
     */
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
            if (threshold < 1 || threshold > members.size() || members.size() > 2 * MOST) {
                throw new MalformedException(
                        "The group %s asks for %d of its %d members".formatted(name, threshold, members.size()));
            }
        }

        @Override
        public String toString() {
            String all = threshold == members.size() ? "all" : String.valueOf(threshold);
            return "group " + name + " " + all + " " + String.join(" ", members);
        }
    }
}
