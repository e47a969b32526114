package io.agreements.keycloak.agreement.text.number;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a numbered heading or line is by its name: an article, or something that articles are put together in. */
public enum ArticleRank {
    /** {@code 第三条}, {@code Article 3}, {@code § 3}. */
    ARTICLE,
    /** {@code 第三节}, {@code Section 3}: it holds articles where there are others, and is one where there are none. */
    SECTION,
    /** {@code 第三章}, {@code Chapter 3}, {@code Part III}. */
    CHAPTER,
    /** {@code 附件三}, {@code Annex III}, and what is less than an article: {@code 第三款}. */
    BESIDE;

    private static final List<String> CHAPTERS = names(
            "chapter chapitre capítulo capitulo capitolo kapitel kapitola kapittel rozdział hoofdstuk bab bölüm",
            "part parte partie teil titre titolo título titel chương phần",
            "раздел розділ раздзел глава الفصل فصل الباب القسم قسم بخش פרק חלק",
            "หมวดที่ หมวด ส่วนที่ บทที่ κεφάλαιο");

    private static final List<String> SECTIONS =
            names("section sección seccion secção seção sezione secțiunea sekcja abschnitt mục ส่วน");

    private static final List<String> OTHERS = names(
            "annex annexe anexo anhang anlage allegato apéndice apendice appendix appendice bijlage bilaga bilag",
            "schedule exhibit załącznik příloha ek lampiran phụ khoản absatz приложение додаток الملحق ملحق پیوست",
            "נספח ภาคผนวก παράρτημα 附件 附录 附錄 附表 別紙 別表 付録 별표 별지 부록");

    private static List<String> names(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(" "))).toList();
    }

    /** @return empty if the line does not begin with such a name and a number */
    public static Optional<ArticleRank> of(String line) {
        return HeadingNumber.isNamed(line) ? HeadingNumber.of(line).map(ArticleRank::ofNumber) : Optional.empty();
    }

    private static ArticleRank ofNumber(String number) {
        if (number.indexOf('第') >= 0 || number.indexOf('제') >= 0) {
            return number.codePoints()
                    .mapToObj(ArticleRank::ofUnit)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(ARTICLE);
        }
        String name = number.toLowerCase(Locale.ROOT);
        if (startsWithOneOf(name, OTHERS)) {
            return BESIDE;
        }
        if (startsWithOneOf(name, CHAPTERS)) {
            return CHAPTER;
        }
        return startsWithOneOf(name, SECTIONS) ? SECTION : ARTICLE;
    }

    private static Optional<ArticleRank> ofUnit(int unit) {
        if ("条條조".indexOf(unit) >= 0) {
            return Optional.of(ARTICLE);
        }
        if ("章編编篇部장편관".indexOf(unit) >= 0) {
            return Optional.of(CHAPTER);
        }
        if ("节節절".indexOf(unit) >= 0) {
            return Optional.of(SECTION);
        }
        return "款项項항".indexOf(unit) >= 0 ? Optional.of(BESIDE) : Optional.empty();
    }

    private static boolean startsWithOneOf(String number, List<String> names) {
        return names.stream()
                .anyMatch(name -> number.startsWith(name)
                        && (number.length() == name.length()
                                || Character.isIdeographic(name.codePointBefore(name.length()))
                                || !Character.isLetter(number.charAt(name.length()))));
    }
}
