package io.agreements.keycloak.conduct.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prohibited words are the same words in each script, however they are written there. */
final class ScriptsTest {

    /** Words that mean nothing bad to anybody, in scripts that have capitals. */
    private static final List<String> WITH_CASE = List.of(
            "windmill",
            "мошенник",
            "мельница",
            "казино",
            "шахматы",
            "щука",
            "дурак",
            "борщ",
            "ανεμόμυλος",
            "πόρνη",
            "ηρωίνη",
            "υπνος",
            "բարեւ",
            "աբգդ",
            "հայերեն",
            "straße",
            "fußball",
            "cœur",
            "ђурђевак",
            "їжак",
            "ґанок",
            "ӿаӿ",
            "ἄνεμος",
            "ⰳⰾⰰ",
            "მარანი",
            "ꭰꭱꭲ",
            "𐐨𐐩𐐪",
            "ѓон",
            "ћуран",
            "łódka",
            "þorn",
            "ðunn",
            "ɓama",
            "ǆep");

    static Stream<String> withCase() {
        return WITH_CASE.stream();
    }

    @ParameterizedTest
    @MethodSource("withCase")
    void caseMakesNoDifferenceInAnyScript(String word) {
        String capitals = word.toUpperCase(Locale.ROOT);
        String titled = Character.toString(Character.toTitleCase(word.codePointAt(0)))
                + word.substring(word.offsetByCodePoints(0, 1));
        StringBuilder mixed = new StringBuilder();
        word.codePoints()
                .forEach(letter -> mixed.appendCodePoint(
                        mixed.codePointCount(0, mixed.length()) % 2 == 0 ? Character.toUpperCase(letter) : letter));
        List<String> ways = List.of(word, capitals, titled, mixed.toString());

        for (String listed : ways) {
            for (String written : ways) {
                assertThat(found(listed, written)).as(listed + " in " + written).contains(listed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "мошенник, МОШЕННИК",
        "мошенник, Mошенник",
        "мошенник, MОШЕHHИК",
        "мошенник, мoшeнник",
        "МОШЕННИК, мошенник",
        "МОШЕННИК, MOШEHHИК",
        "пират, ПИРАТ",
        "пират, ΠИΡΑΤ",
        "пират, Πират",
        "герой, ΓЕРОЙ",
        "heroin, НЕRОIN",
        "heroin, ΗEROIN",
        "HEROIN, НЕRОIN",
        "heroin, h3r01n",
        "ηρωίνη, HPΩINH",
        "my yacht, MΥ ΥACHT",
        "straße, STRASSE",
        "strasse, STRAẞE",
        "straße, ſtraſſe",
        "كازينو, كـازينو",
        "كازينو, كَازينو",
        "كازينو, کازینو",
        "کازینو, كازينو",
        "كازينو, كـــازيـنـو",
        "مدرسة, مدرسه",
        "إسلام, اسلام",
        "שקר, שֶׁקֶר",
        "שֶׁקֶר, שקר",
        "عدد ٥٥, عدد ۵۵",
        "room 55, room ٥٥",
        "क़लम, क़लम",
        "ガーデン, ｶﾞｰﾃﾞﾝ",
    })
    void whatLooksAlikeOrIsWrittenOtherwiseIsTheSameWord(String listed, String written) {
        assertThat(found(listed, written)).as(listed + " in " + written).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        // They only look alike in capitals, and these are small.
        "hot, нот",
        "мошенник, мошeннuк",
        "mama, мама",
        // The points of Japanese and the vowels of Hindi are letters.
        "かき, がき",
        "कल, कील",
        "swindle, swindled@x",
        "swindle, a@swindler",
    })
    void anotherWordIsNotTakenForIt(String listed, String written) {
        assertThat(found(listed, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@swindle",
                "swindle@",
                "swindle@x",
                "x@swindle",
                "$swindle",
                "swindle$",
                "!swindle",
                "x!swindle",
                "a|swindle|b",
                "@$windle",
                "$w!ndle",
                "$$windle",
                "s@w@i@n@d@l@e",
                "s$w$i$n$d$l$e",
                "@@swindle!!",
                "(swindle)",
                "mail swindle@example.org",
            })
    void aSignBesideAWordNeedNotBeALetterOfIt(String written) {
        assertThat(found("swindle", written)).contains("swindle");
    }

    @Test
    void aWordOfTheListMayHaveSignsItself() {
        assertThat(found("a$$", "a$$")).contains("a$$");
        assertThat(found("a$$", "ass")).contains("a$$");
        assertThat(found("a$$", "a")).isEmpty();
    }

    private static Optional<String> found(String listed, String written) {
        WordList list = WordListReader.read(listed.getBytes(StandardCharsets.UTF_8));
        return WordList.prohibitedIn(List.of(list), written);
    }
}
