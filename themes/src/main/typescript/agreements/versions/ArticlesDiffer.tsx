import { Text, TextArea } from "@patternfly/react-core";
import type { Outlines } from "../../api";
import { Alert, Field, useMessages } from "../../common";
import { Languages } from "../text/Languages";
import { agreementWords } from "../words";

const LONGEST_REASON = 500;

/** Says in what the languages of a version differ, and asks why that is meant. */
export function ArticlesDiffer({
  id,
  outlines,
  reason,
  onChange,
}: {
  id: string;
  outlines: Outlines;
  reason: string;
  onChange: (reason: string) => void;
}) {
  const words = useMessages(agreementWords);
  return (
    <>
      <Alert variant="warning" isInline isLiveRegion title={words.articlesDifferTitle}>
        <Text>{words.articlesDifferText}</Text>
      </Alert>
      <Languages others={outlines} />
      <Field id={id} label={words.articlesDifferReason} hint={words.articlesDifferHint} isRequired>
        <TextArea
          id={id}
          aria-describedby={`${id}-hint`}
          value={reason}
          isRequired
          maxLength={LONGEST_REASON}
          rows={2}
          resizeOrientation="vertical"
          onChange={(_event, value) => onChange(value)}
        />
      </Field>
    </>
  );
}
