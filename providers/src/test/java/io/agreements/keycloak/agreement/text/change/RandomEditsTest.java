package io.agreements.keycloak.agreement.text.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts in several scripts with edits at random: each is in the changes, and nothing else is. They are the same every time;
 * {@code -Drandom.edits.rounds} and {@code -Drandom.edits.seed} make more and others. What fails says its round, which is its seed.
 */
final class RandomEditsTest {

    private static final int ROUNDS = Integer.getInteger("random.edits.rounds", 150);
    private static final int SEED = Integer.getInteger("random.edits.seed", 0);

    private final TextComparer comparer = new TextComparer();

    @ParameterizedTest
    @EnumSource
    void everyEditIsInTheChangesAndNothingElse(Script script) {
        for (int round = SEED; round < SEED + ROUNDS; round++) {
            requireEditsShown(script, round);
        }
    }

    private void requireEditsShown(Script script, int round) {
        Random random = new Random(round);
        Draft older = Draft.of(script, random);
        Draft newer = older.edited(random);
        TextChanges changes = comparer.changes(older.markdown(), newer.markdown(), script.locale);

        assertThat(words(changes, Kind.ADDED))
                .as("new words of round %d", round)
                .containsAll(newer.added);
        assertThat(words(changes, Kind.REMOVED))
                .as("gone words of round %d", round)
                .containsAll(newer.removed);
        assertThat(changes.touched())
                .as("headings that changed in round %d", round)
                .extracting(Article::heading)
                .containsAll(newer.renamed());
        for (Article article : changes.articles()) {
            assertThat(article.kind() == Kind.ADDED)
                    .as("%s is new in round %d", article.heading(), round)
                    .isEqualTo(newer.isNew(article.heading()));
            assertThat(article.kind())
                    .as("%s is gone in round %d", article.heading(), round)
                    .isNotEqualTo(Kind.REMOVED);
        }
        assertThat(said(changes, Kind.REMOVED))
                .as("newer words of round %d", round)
                .isEqualTo(letters(newer.words()));
        assertThat(said(changes, Kind.ADDED))
                .as("older words of round %d", round)
                .isEqualTo(letters(older.words()));
        for (Article article : changes.articles()) {
            boolean edited = newer.edited.stream()
                    .anyMatch(title -> contains(article.heading(), title) || contains(article.formerHeading(), title));
            if (!edited) {
                assertThat(article.aspects())
                        .as("what became of %s in round %d: %s", article.heading(), round, Marks.of(article))
                        .isSubsetOf(Aspect.NUMBER, Aspect.ORDER);
                assertThat(article.kind()).isNotIn(Kind.ADDED, Kind.REMOVED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void differentTextsAreNeverCalledTheSame(Script script) {
        for (int round = SEED; round < SEED + ROUNDS; round++) {
            Random random = new Random(round);
            String older = Draft.of(script, random).markdown();
            String newer = scribbled(older, random);
            TextChanges changes = comparer.changes(older, newer, script.locale);

            assertThat(changes.isEmpty())
                    .as("round %d:%n%s%n--- became ---%n%s", round, older, newer)
                    .isEqualTo(older.equals(newer));
            assertThat(changes.differences())
                    .as("round %d:%n%s%n--- became ---%n%s", round, older, newer)
                    .extracting(Difference::trait)
                    .doesNotContain(Trait.OTHER);
        }
    }

    /** With a sign, a blank or a bit of markup somewhere. */
    private static String scribbled(String text, Random random) {
        List<String> signs = List.of(
                " ", "\u00A0", "\n", "\n\n", "*", "**", "#", "> ", "- ", "`", "\\", "\u200B", "[a](#b)", "![](#c)",
                "  \n", "***\n", "\u00AD", "\u200F", "\uFE0F", "\uE000", "&shy;", "\u2028", "---\n", "===\n", "~",
                "[^1]", "[^1]: ", "，", ",", "|", "1. ", "<br>", "~~", "&amp;", "    ", "\t", "a", "。");
        StringBuilder scribbled = new StringBuilder(text);
        for (int times = 0; times <= random.nextInt(2); times++) {
            int place = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
            if (random.nextInt(3) == 0) {
                scribbled.deleteCharAt(Math.min(place, scribbled.length() - 1));
            } else {
                scribbled.insert(place, signs.get(random.nextInt(signs.size())));
            }
        }
        return scribbled.toString();
    }

    private static boolean contains(String heading, String title) {
        return heading != null && heading.contains(title);
    }

    private static List<String> words(TextChanges changes, Kind kind) {
        return changes.all().stream()
                .flatMap(article -> article.paragraphs().stream())
                .flatMap(paragraph -> paragraph.allPassages().stream())
                .filter(passage -> passage.kind() == kind)
                .map(Passage::words)
                .flatMap(words -> Stream.of(words.split("[\\s.。,，|]+")))
                .toList();
    }

    /** All letters of one of the texts, in no order: articles may have moved. */
    private static String said(TextChanges changes, Kind left) {
        StringBuilder said = new StringBuilder();
        for (Article article : changes.all()) {
            boolean there = article.kind() != left;
            if (there && article.heading() != null) {
                said.append(
                        left == Kind.ADDED && article.formerHeading() != null
                                ? article.formerHeading()
                                : article.heading());
            }
            said.append(Marks.without(left, article));
        }
        return letters(said.toString());
    }

    private static String letters(String words) {
        return Characters.comparable(words)
                .codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    enum Script {
        LATIN("en", "rights duty service account person term notice fee data use"),
        HAN("zh-Hans", "权利 义务 服务 账户 用户 条款 通知 费用 数据 使用"),
        CYRILLIC("ru", "право долг услуга счёт лицо срок уведомление плата данные цель"),
        ARABIC("ar", "حق واجب خدمة حساب شخص مدة إشعار رسم بيانات غرض"),
        JAPANESE("ja", "権利 サービス アカウント 利用者 条項 おしらせ 料金 データ 目的 期間"),
        HANGUL("ko", "권리 의무 서비스 계정 이용자 조항 통지 요금 자료 목적"),
        TRADITIONAL("zh-Hant", "權利 義務 服務 帳戶 用戶 條款 通知 費用 資料 使用"),
        HEBREW("he", "זכות חובה שירות חשבון אדם תקופה הודעה תשלום מידע מטרה"),
        PERSIAN("fa", "حق وظیفه خدمت حساب شخص مدت اطلاعیه هزینه داده می‌شود"),
        THAI("th", "สิทธิ หน้าที่ บริการ บัญชี ผู้ใช้ ข้อกำหนด แจ้ง ค่าธรรมเนียม ข้อมูล"),
        VIETNAMESE("vi", "quyền nghĩa vụ dịch tài khoản người dùng điều khoản phí dữ liệu"),
        GERMAN("de", "Recht Pflicht Dienst Konto Person Frist Mitteilung Gebühr Daten Zweck");

        final Locale locale;
        private final List<String> words;

        Script(String locale, String words) {
            this.locale = Locale.forLanguageTag(locale);
            this.words = List.of(words.split(" "));
        }

        String sentence(Random random) {
            return IntStream.range(0, 6 + random.nextInt(10))
                    .mapToObj(place -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(" ", "", "."));
        }
    }

    /** What a text uses for the headings of its articles. */
    enum Headings {
        NUMBERED("## %1$d. %3$s"),
        UNNUMBERED("## %3$s"),
        HIGHEST("# %1$d. %3$s"),
        LOW("### %1$d. %3$s"),
        CLOSED("#### %3$s ####"),
        UNDERLINED("%1$d. %3$s\n---"),
        UNDERLINED_TWICE("%3$s\n==="),
        BOLD("**%3$s**"),
        BOLD_WITH_NUMBER("**%1$d. %3$s**"),
        BOLD_WITH_NUMERAL("**第%2$s条 %3$s**"),
        BOLD_UNDERSCORED("__Article %1$d: %3$s__"),
        CHINESE("第%2$s条 %3$s"),
        CHINESE_WITH_DIGITS("第%1$d條　%3$s"),
        CHINESE_POINTED("%2$s、%3$s"),
        KOREAN("제%1$d조 %3$s"),
        ARABIC("المادة %1$d: %3$s"),
        RUSSIAN("Статья %1$d. %3$s"),
        PARAGRAPH("§ %1$d %3$s"),
        PLAIN("%1$d. %3$s");

        private static final String NUMERALS = "一二三四五六七八九十";

        private final String form;

        Headings(String form) {
            this.form = form;
        }

        static Headings drawn(Random random) {
            return values()[random.nextInt(values().length)];
        }

        /** As it is written. */
        String of(int number, String title) {
            return form.formatted(number, numeral(number), title);
        }

        /** As it is read. */
        String words(int number, String title) {
            return of(number, title).replaceAll("[#*_]|\n.*", "").strip();
        }

        private static String numeral(int number) {
            return (number > 10 ? "十" : "") + NUMERALS.charAt((number - 1) % 10);
        }
    }

    /** A text that can be edited. */
    private static final class Draft {

        private final Script script;
        private Headings headings;
        private final List<Part> parts = new ArrayList<>();
        final Set<String> edited = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Set<String> fresh = new HashSet<>();
        final List<String> added = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        private int unique;

        private Draft(Script script) {
            this.script = script;
        }

        static Draft of(Script script, Random random) {
            Draft draft = new Draft(script);
            draft.headings = Headings.drawn(random);
            for (int part = 0; part < 3 + random.nextInt(5); part++) {
                draft.parts.add(draft.part(random));
            }
            return draft;
        }

        private Part part(Random random) {
            Part part = new Part(word("Title"), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int paragraph = 0; paragraph < 2 + random.nextInt(4); paragraph++) {
                part.paragraphs.add(sentence(random));
            }
            for (int item = 0; item < random.nextInt(5); item++) {
                part.items.add(sentence(random));
            }
            for (int row = 0; random.nextBoolean() && row < 4; row++) {
                part.rows.add(row(random));
            }
            return part;
        }

        private List<String> row(Random random) {
            return new ArrayList<>(List.of(sentence(random), sentence(random), sentence(random)));
        }

        private String sentence(Random random) {
            return word("W") + " " + script.sentence(random);
        }

        private String word(String start) {
            return start + "q" + unique++ + "q";
        }

        Draft edited(Random random) {
            Draft draft = new Draft(script);
            draft.unique = 1000;
            draft.headings = random.nextInt(4) == 0 ? Headings.drawn(random) : headings;
            parts.forEach(part -> draft.parts.add(new Part(
                    part.title,
                    new ArrayList<>(part.paragraphs),
                    new ArrayList<>(part.items),
                    part.rows.stream()
                            .<List<String>>map(ArrayList::new)
                            .collect(Collectors.toCollection(ArrayList::new)))));
            for (int edit = 0; edit <= random.nextInt(4); edit++) {
                draft.edit(random);
            }
            return draft;
        }

        private void edit(Random random) {
            Part part = parts.get(random.nextInt(parts.size()));
            switch (random.nextInt(10)) {
                case 0 -> replaceWord(part, part.paragraphs, random);
                case 1 -> insert(part, part.paragraphs, random);
                case 2 -> insert(part, part.items, random);
                case 3 -> replaceWord(part, part.items, random);
                case 4 -> {
                    parts.remove(part);
                    parts.add(random.nextInt(parts.size() + 1), part);
                }
                case 5 -> {
                    Part other = part(random);
                    edited.add(other.title);
                    fresh.add(other.title);
                    other.sentences().forEach(sentence -> added.add(sentence.split(" ")[0]));
                    parts.add(random.nextInt(parts.size() + 1), other);
                }
                case 6 -> rename(part);
                case 7 -> {
                    if (!part.rows.isEmpty()) {
                        replaceWord(part, part.rows.get(random.nextInt(part.rows.size())), random);
                    }
                }
                case 8 -> {
                    if (part.rows.size() > 1) {
                        List<String> row = row(random);
                        part.rows.add(1 + random.nextInt(part.rows.size()), row);
                        edited.add(part.title);
                        row.forEach(cell -> added.add(cell.split(" ")[0]));
                    }
                }
                default -> {
                    if (part.paragraphs.size() > 2) {
                        String gone = part.paragraphs.remove(random.nextInt(part.paragraphs.size()));
                        edited.add(part.title);
                        forget(gone);
                    }
                }
            }
        }

        private void rename(Part part) {
            String other = word("Name");
            parts.set(parts.indexOf(part), new Part(other, part.paragraphs, part.items, part.rows));
            edited.add(part.title);
            edited.add(other);
            names.remove(part.title);
            names.add(other);
            if (fresh.remove(part.title)) {
                fresh.add(other);
            }
        }

        boolean isNew(String heading) {
            return fresh.stream().anyMatch(title -> contains(heading, title));
        }

        /** Headings of articles that are called something else. */
        List<String> renamed() {
            return IntStream.range(0, parts.size())
                    .filter(place -> names.contains(parts.get(place).title))
                    .mapToObj(place -> headings.words(place + 1, parts.get(place).title))
                    .toList();
        }

        private void replaceWord(Part part, List<String> sentences, Random random) {
            if (!sentences.isEmpty()) {
                int place = random.nextInt(sentences.size());
                String sentence = sentences.get(place);
                String first = sentence.substring(0, sentence.indexOf(' '));
                String other = word("N");
                sentences.set(place, other + sentence.substring(first.length()));
                edited.add(part.title);
                added.add(other);
                forget(first);
            }
        }

        private void insert(Part part, List<String> sentences, Random random) {
            String sentence = sentence(random);
            sentences.add(random.nextInt(sentences.size() + 1), sentence);
            edited.add(part.title);
            added.add(sentence.substring(0, sentence.indexOf(' ')));
        }

        /** What was put in by an edit before was never in the older text. */
        private void forget(String sentence) {
            String word = sentence.split(" ")[0];
            if (!added.remove(word)) {
                removed.add(word);
            }
        }

        String markdown() {
            StringBuilder markdown = new StringBuilder("Preamble.\n\n");
            for (int place = 0; place < parts.size(); place++) {
                Part part = parts.get(place);
                markdown.append(headings.of(place + 1, part.title)).append("\n\n");
                part.paragraphs.forEach(words -> markdown.append(words).append("\n\n"));
                for (int item = 0; item < part.items.size(); item++) {
                    markdown.append(headings == Headings.PLAIN ? "- " : (item + 1) + ". ")
                            .append(part.items.get(item))
                            .append('\n');
                }
                markdown.append('\n').append(table(part)).append('\n');
            }
            return markdown.toString();
        }

        private static String table(Part part) {
            return IntStream.range(0, part.rows.size())
                    .mapToObj(row -> "| " + String.join(" | ", part.rows.get(row)) + " |\n"
                            + (row == 0 ? "|---|---|---|\n" : ""))
                    .collect(Collectors.joining());
        }

        String words() {
            StringBuilder words = new StringBuilder("Preamble.");
            for (int place = 0; place < parts.size(); place++) {
                Part part = parts.get(place);
                words.append(headings.words(place + 1, part.title));
                part.sentences().forEach(words::append);
            }
            return words.toString();
        }
    }

    private record Part(String title, List<String> paragraphs, List<String> items, List<List<String>> rows) {

        Stream<String> sentences() {
            return Stream.of(paragraphs.stream(), items.stream(), rows.stream().flatMap(List::stream))
                    .flatMap(sentences -> sentences);
        }
    }
}
