import { Text, TextContent, Title } from "@patternfly/react-core";
import { useId } from "react";
import { followLink, inLanguage, useMessages } from "../../../common";
import { guideWords } from "../words";

const SCREENS = ["onPhone", "onDesktop"] as const;

/** A text on a phone and on a desktop, side by side where there is room. */
export function Screens({ title, html, language }: { title: string; html: string; language: string }) {
  const words = useMessages(guideWords);
  const id = useId();
  return (
    <div className="agreements-screens">
      {SCREENS.map((screen) => (
        <section key={screen} className={`agreements-screen agreements-screen-${screen}`}>
          <Title headingLevel="h3" size="md" id={id + screen}>
            {words[screen]}
          </Title>
          <div
            className="agreements-screen-frame"
            role="document"
            tabIndex={0}
            aria-labelledby={id + screen}
            onClick={followLink}
          >
            <TextContent className="agreements-screen-page" {...inLanguage(language)}>
              <Text component="h1">{title}</Text>
              <div dangerouslySetInnerHTML={{ __html: html }} />
            </TextContent>
          </div>
        </section>
      ))}
    </div>
  );
}
