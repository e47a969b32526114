package io.agreements.keycloak.agreement.file;

import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.agreement.file.GivenSettings.GivenVersion;
import io.agreements.keycloak.agreement.file.reading.Characters;
import io.agreements.keycloak.agreement.file.reading.FileRemarks;
import io.agreements.keycloak.agreement.file.reading.GivenKeys;
import io.agreements.keycloak.agreement.file.reading.YamlReader;
import io.agreements.keycloak.agreement.file.reading.YamlValue;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Entry;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Items;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Unread;
import io.agreements.keycloak.agreement.file.reading.YamlValue.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads an {@code agreement.yaml}, and tells of every slip in it with its line. */
final class SettingsReader {

    static final List<String> KEYS =
            List.of("requirement", "bindingLocale", "position", "audience", "reacceptAfterDays", "titles", "versions");

    static final List<String> VERSION_KEYS = List.of(
            "label",
            "material",
            "acceptance",
            "readToEnd",
            AgreementProvider.ARTICLES_DIFFER,
            "draft",
            "publishedAt",
            "effectiveAt",
            "enforcedAt",
            "retractedAt",
            "titles",
            "summaries");

    private static final List<String> AUDIENCE_KEYS = List.of("clients", "role");

    private static final String BY_LANGUAGE = "a language and its words, such as 'en: Terms of Use'";

    /** Stands for words that are there, but cannot be taken, so that nobody is told that they are missing. */
    private static final String WRONG = "?";

    private final FileRemarks remarks;

    private SettingsReader(FileRemarks remarks) {
        this.remarks = remarks;
    }

    static GivenSettings read(byte[] bytes, FileRemarks remarks) {
        Optional<String> text = Characters.of(bytes, remarks);
        if (text.isEmpty()) {
            return GivenSettings.unread();
        }
        Optional<YamlValue> root = YamlReader.read(text.get(), remarks);
        if (root.isEmpty()) {
            remarks.error("is empty; at least requirement, bindingLocale and titles are expected");
            return GivenSettings.unread();
        }
        return new SettingsReader(remarks).settings(root.get());
    }

    private GivenSettings settings(YamlValue root) {
        GivenKeys keys = GivenKeys.of(root, "keys with values, such as 'requirement: REQUIRED'", remarks);
        if (!(root instanceof YamlValue.Settings whole)) {
            return GivenSettings.unread();
        }
        Set<String> doubtful = new HashSet<>(
                keys.requireKnown(KEYS, VERSION_KEYS, "to a version: below its number, which is below versions:"));
        keys.all().stream()
                .filter(entry -> entry.value().isDoubtful() || !isByKeys(entry))
                .forEach(entry -> doubtful.add(entry.key().text()));
        if (whole.entries().stream().anyMatch(entry -> entry.key().text().isEmpty())) {
            doubtful.addAll(KEYS);
        }
        requireGiven(keys, doubtful, "requirement", GivenKeys.anyOf(Requirement.class));
        requireGiven(keys, doubtful, "bindingLocale", "the language whose text binds");
        Integer position = keys.number(
                "position", number -> Limits.requireBetween("position", number, -Limits.POSITION, Limits.POSITION));
        return new GivenSettings(
                keys.oneOf("requirement", Requirement.class),
                keys.words("bindingLocale", "a language tag", tag -> Limits.requireLocale("bindingLocale", tag)),
                position == null ? 0 : position,
                keys.value("audience").map(this::audience).orElse(Audience.EVERYBODY),
                keys.line("audience"),
                keys.number(
                        "reacceptAfterDays",
                        days -> Limits.requireBetween("reacceptAfterDays", days, 1, Limits.REACCEPT_AFTER_DAYS)),
                titles(keys),
                keys.value("versions").map(this::versions).orElse(Map.of()),
                doubtful);
    }

    /** Those that hold others have to. */
    private static boolean isByKeys(Entry entry) {
        return !List.of("titles", "versions").contains(entry.key().text())
                || entry.value() instanceof YamlValue.Settings
                || entry.value() instanceof Words words && words.isNothing();
    }

    private void requireGiven(GivenKeys keys, Set<String> doubtful, String key, String expected) {
        if (keys.value(key).isEmpty() && !doubtful.contains(key)) {
            remarks.error(keys.line(key), key + " must be given: " + expected);
        }
    }

    private Audience audience(YamlValue value) {
        GivenKeys keys = GivenKeys.of(value, "either 'clients: [name, name]' or 'role: name'", remarks);
        boolean slipped = !keys.requireKnown(AUDIENCE_KEYS, List.of(), "").isEmpty();
        Optional<YamlValue> clients = keys.value("clients");
        if (value instanceof YamlValue.Settings
                && !slipped
                && clients.isPresent() == keys.value("role").isPresent()) {
            remarks.error(value, "audience: is either clients or a role");
            return Audience.EVERYBODY;
        }
        return clients.map(this::clients)
                .map(names -> new Names(Audience.Type.CLIENTS, names))
                .or(() -> Optional.ofNullable(keys.words("role", "the name of one role"))
                        .map(role -> new Names(Audience.Type.ROLE, Set.of(role))))
                .filter(names -> remarks.check(value, "audience: ", names::requireAudience))
                .map(Names::toAudience)
                .orElse(Audience.EVERYBODY);
    }

    /** Of which there may be none, or those that are none. */
    private record Names(Audience.Type type, Set<String> names) {

        Audience toAudience() {
            return new Audience(type, names);
        }

        void requireAudience() {
            Limits.requireAudience(toAudience());
        }
    }

    /** @return null if they are not what can be understood */
    private Set<String> clients(YamlValue value) {
        Set<String> names = new LinkedHashSet<>();
        boolean understood = value instanceof Items;
        if (value instanceof Items list) {
            for (YamlValue item : list.items()) {
                if (item instanceof Words words && !words.isNothing()) {
                    names.add(words.text());
                    continue;
                }
                understood = false;
                if (!(item instanceof Unread)) {
                    remarks.error(
                            item, "clients: a client has no name; expected is the id of one, found is " + item.kind());
                }
            }
        } else if (!(value instanceof Unread)) {
            remarks.error(value, "clients: expected is a list, such as [shop, market]; found is " + value.kind());
        }
        return understood ? names : null;
    }

    private Map<String, String> titles(GivenKeys keys) {
        return byLanguage(keys, "titles", title -> {
            Limits.requireLength("title", title, Limits.TITLE);
            Limits.requireLine("title", title);
            Limits.requireSeen("title", title);
        });
    }

    private Map<String, String> summaries(GivenKeys keys) {
        return byLanguage(keys, "summaries", summary -> {
            Limits.requireLength("summary", summary, Limits.SUMMARY);
            Limits.requireLines("summary", summary);
            Limits.requireSeen("summary", summary);
        });
    }

    /** A language with nothing behind it is as good as none. */
    private Map<String, String> byLanguage(GivenKeys keys, String key, Consumer<String> rule) {
        Map<String, String> words = new HashMap<>();
        keys.value(key).ifPresent(value -> {
            GivenKeys languages = GivenKeys.of(value, BY_LANGUAGE, remarks);
            for (Entry entry : languages.all()) {
                String tag = entry.key().text();
                if (remarks.check(entry.key(), key + ": ", () -> Limits.requireLocale("the language", tag))) {
                    String found = languages.words(tag, "words in one language", rule);
                    if (found != null && !found.isBlank()) {
                        words.put(tag, found);
                    } else if (found == null && languages.value(tag).isPresent()) {
                        words.put(tag, WRONG);
                    }
                }
            }
        });
        return words;
    }

    private Map<Integer, GivenVersion> versions(YamlValue value) {
        Map<Integer, GivenVersion> versions = new HashMap<>();
        GivenKeys numbers = GivenKeys.of(value, "the number of a version and its settings, such as '1:'", remarks);
        for (Entry entry : numbers.all()) {
            if (entry.key().text().matches(AgreementDirectory.NUMBER_PATTERN)) {
                versions.put(
                        Integer.valueOf(entry.key().text()), version(entry.key().line(), entry.value()));
            } else {
                remarks.error(
                        entry.key(),
                        "versions: expected is the number of a version, 1 to " + Limits.NUMBER + "; found is "
                                + entry.key().excerpt()
                                + (KEYS.contains(entry.key().text())
                                                || VERSION_KEYS.contains(
                                                        entry.key().text())
                                        ? ", which stands one level too high or too low"
                                        : ""));
            }
        }
        return versions;
    }

    private GivenVersion version(int line, YamlValue value) {
        GivenKeys keys = GivenKeys.of(value, "settings of a version, such as 'draft: true'", remarks);
        keys.requireKnown(VERSION_KEYS, KEYS, "to the agreement: at the beginning of a line of its own");
        Boolean material = keys.yesOrNo("material");
        AcceptanceMode acceptance = keys.oneOf("acceptance", AcceptanceMode.class);
        return new GivenVersion(
                line,
                keys.words("label", "words in one line", label -> {
                    Limits.requireLength("label", label, Limits.LABEL);
                    Limits.requireLine("label", label);
                    Limits.requireSeen("label", label);
                }),
                material == null || material,
                acceptance == null ? AcceptanceMode.EXPLICIT : acceptance,
                Boolean.TRUE.equals(keys.yesOrNo("readToEnd")),
                articlesDiffer(keys),
                Boolean.TRUE.equals(keys.yesOrNo("draft")),
                moment(keys, "publishedAt"),
                moment(keys, "effectiveAt"),
                moment(keys, "enforcedAt"),
                moment(keys, "retractedAt"),
                titles(keys),
                summaries(keys));
    }

    private static String articlesDiffer(GivenKeys keys) {
        String key = AgreementProvider.ARTICLES_DIFFER;
        String reason = keys.words(key, "words that say why", words -> Limits.requireReason(key, words));
        return reason == null ? null : reason.strip();
    }

    private static Instant moment(GivenKeys keys, String key) {
        return keys.moment(key, moment -> Limits.requireMoment(key, moment));
    }
}
