import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { type ReactNode, type Ref, useId } from "react";

/** One matter on a page. */
export function Section({
  title,
  explanation,
  headingRef,
  children,
}: {
  title: string;
  explanation?: string;
  /** Where the focus goes when what had it is gone. */
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <PageSection variant="light" component="section" aria-labelledby={heading} className="agreements-account-section">
      <TextContent>
        <h2 id={heading} ref={headingRef} tabIndex={-1}>
          {title}
        </h2>
        {explanation && <Text>{explanation}</Text>}
      </TextContent>
      {children}
    </PageSection>
  );
}
