import { Button } from "@patternfly/react-core";
import type { Agreement } from "../../api";
import { type Navigation, useMessages } from "../../common";
import { resumed } from "./draft";
import { guideWords } from "./words";

/** Leads back into the path to a published agreement, where it goes on. */
export function ResumeButton({ agreement, navigation }: { agreement: Agreement; navigation: Navigation }) {
  const words = useMessages(guideWords);
  return <Button onClick={() => navigation.go(resumed(agreement))}>{words.resume}</Button>;
}
