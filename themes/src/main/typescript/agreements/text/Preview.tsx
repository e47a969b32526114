import { Text, TextContent } from "@patternfly/react-core";
import { type RefObject, useId } from "react";
import { followLink, inLanguage, messageOf, useMessages } from "../../common";
import type { Previewed } from "./usePreview";
import { agreementWords } from "../words";

/** What users will see of a text. */
export function Preview({
  previewed: { preview, error },
  language,
  page,
}: {
  previewed: Previewed;
  language: string;
  /** Set to what scrolls. */
  page?: RefObject<HTMLDivElement>;
}) {
  const words = useMessages(agreementWords);
  const heading = useId();
  return (
    <section className="agreements-preview">
      <div className="agreements-preview-head">
        <h2 id={heading}>{words.preview}</h2>
      </div>
      {error !== undefined && <Text>{messageOf(error)}</Text>}
      <div
        ref={page}
        className="agreements-page"
        {...(preview?.html && inLanguage(language))}
        tabIndex={0}
        role="document"
        aria-labelledby={heading}
        onClick={followLink}
      >
        {preview?.html ? (
          <TextContent dangerouslySetInnerHTML={{ __html: preview.html }} />
        ) : (
          <Text className="agreements-hint">{words.previewEmpty}</Text>
        )}
      </div>
    </section>
  );
}
