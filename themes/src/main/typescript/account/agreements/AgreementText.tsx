import { TextContent } from "@patternfly/react-core";
import type { MouseEvent } from "react";
import { useLocale } from "../../common/language/Language";
import { inLanguage } from "../../common/language/languages";
import { languageName, useMessages } from "../../common/language/messages";
import type { Shown } from "./usePublished";
import { agreementWords } from "./words";

/** The text of an agreement to read, in a region of its own that scrolls. */
export function AgreementText({ shown }: { shown: Shown }) {
  const words = useMessages(agreementWords);
  const locale = useLocale();
  return (
    <>
      {shown.locale !== shown.bindingLocale && (
        <p className="agreements-hint">{words.binding(languageName(shown.bindingLocale, locale))}</p>
      )}
      <div
        className="agreements-reading"
        {...inLanguage(shown.locale)}
        role="document"
        tabIndex={0}
        aria-label={words.text}
        onClick={openElsewhere}
      >
        <TextContent dangerouslySetInnerHTML={{ __html: shown.html }} />
      </div>
    </>
  );
}

/** A link in the text must not lead away from the decision. */
function openElsewhere(event: MouseEvent) {
  const link = (event.target as Element).closest("a");
  if (link) {
    event.preventDefault();
    window.open(link.href, "_blank", "noopener");
  }
}
