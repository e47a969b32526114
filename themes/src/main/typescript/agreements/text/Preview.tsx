import { Text } from "@patternfly/react-core";
import { type MutableRefObject, useId } from "react";
import { messageOf, useMessages } from "../../common";
import { ThemedPage, useEmptyPage } from "../page/ThemedPage";
import type { Previewed } from "./usePreview";
import { agreementWords } from "../words";

/** What users will see of a text. */
export function Preview({
  previewed: { preview, error },
  title,
  language,
  scroller,
}: {
  previewed: Previewed;
  title: string;
  language: string;
  /** Set to what scrolls. */
  scroller?: MutableRefObject<HTMLElement | null>;
}) {
  const words = useMessages(agreementWords);
  const heading = useId();
  const page = useEmptyPage(language);
  return (
    <section className="agreements-preview">
      <div className="agreements-preview-head">
        <h2 id={heading}>{words.preview}</h2>
      </div>
      {error !== undefined && <Text>{messageOf(error)}</Text>}
      {preview?.html ? (
        <ThemedPage
          page={page}
          name={words.preview}
          title={title}
          html={preview.html}
          language={language}
          className="agreements-page"
          labelledBy={heading}
          scroller={scroller}
        />
      ) : (
        <div className="agreements-page" role="document" tabIndex={0} aria-labelledby={heading}>
          <Text className="agreements-hint">{words.previewEmpty}</Text>
        </div>
      )}
    </section>
  );
}
