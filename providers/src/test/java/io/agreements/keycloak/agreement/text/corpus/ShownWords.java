package io.agreements.keycloak.agreement.text.corpus;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The words a reader sees of HTML, numbers of lists included, without those that no author wrote. */
final class ShownWords {

    private static final String GENERATED = ".agr-alert-title, .agr-note-mark, .agr-note-back";

    private ShownWords() {}

    static String of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select(GENERATED).remove();
        for (Element note : document.select(".agr-note-label")) {
            TextNode label = note.textNodes().get(0);
            label.text(label.text().replaceFirst("^\\[[^\\]]*\\]", ""));
        }
        for (Element list : document.select("ol")) {
            int number = list.hasAttr("start") ? Integer.parseInt(list.attr("start")) : 1;
            for (Element item : list.children()) {
                number = item.hasAttr("value") ? Integer.parseInt(item.attr("value")) : number;
                item.prependText(number++ + " ");
            }
        }
        return Letters.of(document.body().text());
    }
}
