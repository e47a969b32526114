import { TextContent } from "@patternfly/react-core";
import { useRef } from "react";
import { useLocale } from "../../common/language/Language";
import { inLanguage } from "../../common/language/languages";
import { languageName, useMessages } from "../../common/language/messages";
import { followLink, goTo, placeIn } from "../../common/parts/places";
import { Attention } from "./Attention";
import { Contents } from "./Contents";
import { useClausesInView } from "./useClausesInView";
import type { Shown } from "./usePublished";
import { agreementWords } from "./words";

const NONE = [] as const;

/** The text of an agreement to read, below the clauses attention is drawn to. What is around it scrolls. */
export function AgreementText({ shown, onSeen }: { shown: Shown; onSeen?: (anchor: string) => void }) {
  const words = useMessages(agreementWords);
  const locale = useLocale();
  const text = useRef<HTMLDivElement>(null);
  useClausesInView(text, shown.html, shown.attention ?? NONE, onSeen);
  const follow = (anchor: string) => {
    const place = text.current && placeIn(text.current, anchor);
    if (place) {
      goTo(place);
    }
  };
  return (
    <>
      {shown.locale !== shown.bindingLocale && (
        <p className="agreements-hint">{words.binding(languageName(shown.bindingLocale, locale))}</p>
      )}
      <Attention shown={shown} onFollow={follow} />
      <div
        ref={text}
        className="agreements-reading"
        {...inLanguage(shown.locale)}
        role="document"
        tabIndex={0}
        aria-label={words.text}
        onClick={followLink}
      >
        <Contents shown={shown} />
        <TextContent dangerouslySetInnerHTML={{ __html: shown.html }} />
      </div>
    </>
  );
}
