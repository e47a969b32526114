import { useId } from "react";
import { useLocale } from "../../common/language/Language";
import { inLanguage } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import type { Shown } from "./usePublished";
import { agreementWords } from "./words";

/** A text of so many is overlooked without. */
const FEW_ARTICLES = 7;

/** Leads to the articles of a text, where there are many. It stands in the text and runs in its direction. */
export function Contents({ shown: { articles = [] } }: { shown: Shown }) {
  const words = useMessages(agreementWords);
  const locale = useLocale();
  const id = useId();
  return articles.length <= FEW_ARTICLES ? null : (
    <nav className="agreements-contents" aria-labelledby={id}>
      <details>
        <summary>
          <bdi id={id} {...inLanguage(locale)}>
            {words.contents}
          </bdi>
        </summary>
        <ul>
          {articles.map(({ heading, anchor }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
