import { Text, TextContent } from "@patternfly/react-core";
import type { Ref } from "react";
import { followLink, inLanguage } from "../../common";

/** A text as the server made it ready, to be read and followed within. */
export interface TextPageProps {
  /** Shown above it; nothing if left out. */
  title?: string | undefined;
  html: string;
  language: string;
  className: string;
  /** Id of what names it. */
  labelledBy: string;
  /** Set to what scrolls. */
  scroller?: Ref<HTMLElement> | undefined;
}

/** Shows it in the look of the console. */
export function TextPage({ title, html, language, className, labelledBy, scroller }: TextPageProps) {
  return (
    <div
      ref={scroller as Ref<HTMLDivElement>}
      className={className}
      role="document"
      tabIndex={0}
      aria-labelledby={labelledBy}
      {...inLanguage(language)}
      onClick={followLink}
    >
      {title === undefined ? (
        <TextContent dangerouslySetInnerHTML={{ __html: html }} />
      ) : (
        <TextContent className="agreements-titled-page">
          <Text component="h1">{title}</Text>
          <div data-agreements-text dangerouslySetInnerHTML={{ __html: html }} />
        </TextContent>
      )}
    </div>
  );
}
