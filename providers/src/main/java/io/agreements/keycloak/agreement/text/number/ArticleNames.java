package io.agreements.keycloak.agreement.text.number;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What articles are called before their number, in small letters; composed and decomposed, the longest first. */
final class ArticleNames {

    /** Wherever a line begins with one and a number, it is an article, or what stands beside articles. */
    static final List<String> ANYWHERE = inBothForms(List.of(
            "article articolo artículo articulo artigo artikel artikla artykuł art. art articolul articol artikulo",
            "section sección seccion secção seção sezione secțiunea sekcja abschnitt absatz",
            "clause cláusula clausula clausola klausel klauzula",
            "chapter chapitre capítulo capitulo capitolo kapitel kapitola kapittel rozdział hoofdstuk luku bab bölüm",
            "part parte partie teil titre titolo título titel paragraph paragraf paragraphe ziffer",
            "annex annexe anexo anhang anlage allegato apéndice apendice appendix appendice bijlage bilaga bilag"
                    + " schedule exhibit załącznik příloha ek",
            "madde pasal fasal lampiran điều chương mục phần khoản phụ\u00A0lục",
            "статья стаття артыкул раздел розділ раздзел глава пункт приложение додаток мақала член члан члена",
            "المادة مادة البند بند القسم قسم الفصل فصل الباب الملحق ملحق",
            "ماده\u0654 ماد\u06C0 ماده\u200Cی ماده بخش پیوست دفعہ",
            "סעיף פרק נספח חלק",
            "ข้อที่ ข้อ มาตรา หมวดที่ หมวด ส่วนที่ บทที่ ภาคผนวก",
            "अनुच्छेद धारा खंड অনুচ্ছেদ ধারা பிரிவு",
            "άρθρο αρθρο κεφάλαιο παράρτημα",
            "článek článok članak član",
            "հոդված მუხლი មាត្រា ມາດຕາ አንቀጽ အပိုဒ် ပုဒ်မ",
            "附件 附录 附錄 附表 別紙 別表 付録 별표 별지 부록",
            "§§ §"));

    /** In a heading; elsewhere they stand before the numbers of houses and accounts as well. */
    static final List<String> IN_HEADINGS =
            inBothForms(List.of("no. nr. n° nº n.º № # ziff. punkt punto ponto item bod"));

    private ArticleNames() {}

    private static List<String> inBothForms(List<String> names) {
        return names.stream()
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(name -> name.replace('\u00A0', ' '))
                .flatMap(name -> Stream.of(name, Normalizer.normalize(name, Normalizer.Form.NFD)))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
