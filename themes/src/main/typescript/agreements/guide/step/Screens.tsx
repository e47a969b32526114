import { Title } from "@patternfly/react-core";
import { useId } from "react";
import { useMessages } from "../../../common";
import { ThemedPage, useEmptyPage } from "../../page/ThemedPage";
import { guideWords } from "../words";

const SCREENS = ["onPhone", "onDesktop"] as const;

/** A text on a phone and on a desktop, side by side where there is room. */
export function Screens({ title, html, language }: { title: string; html: string; language: string }) {
  const words = useMessages(guideWords);
  const id = useId();
  const page = useEmptyPage(language);
  return (
    <div className="agreements-screens">
      {SCREENS.map((screen) => (
        <section key={screen} className={`agreements-screen agreements-screen-${screen}`}>
          <Title headingLevel="h3" size="md" id={id + screen}>
            {words[screen]}
          </Title>
          <div className="agreements-screen-edge">
            <ThemedPage
              page={page}
              name={words[screen]}
              title={title}
              html={html}
              language={language}
              className="agreements-screen-frame"
              labelledBy={id + screen}
            />
          </div>
        </section>
      ))}
    </div>
  );
}
