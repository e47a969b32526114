import { Divider, Level, LevelItem, PageSection, Text, TextContent } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { ZoneNote } from "./ZoneNote";

/** Title of a page, as the pages of the stock console have it. */
export function ViewHeader({
  title,
  explanation,
  badges,
  actions,
  divider = true,
}: {
  title: ReactNode;
  explanation?: string;
  badges?: ReactNode;
  actions?: ReactNode;
  divider?: boolean;
}) {
  return (
    <>
      <PageSection variant="light">
        <Level hasGutter>
          <LevelItem>
            <div className="agreements-title">
              <TextContent>
                <Text component="h1">{title}</Text>
              </TextContent>
              {badges}
            </div>
          </LevelItem>
          {actions && <LevelItem>{actions}</LevelItem>}
        </Level>
        {explanation && (
          <TextContent>
            <Text>{explanation}</Text>
          </TextContent>
        )}
        <ZoneNote />
      </PageSection>
      {divider && <Divider />}
    </>
  );
}
