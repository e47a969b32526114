import { Label, type LabelProps } from "@patternfly/react-core";
import type { UserStatus, VersionState } from "../../api";
import { useMessages } from "../language/messages";
import { commonWords } from "../language/words";

const STATE_COLORS: Record<VersionState, LabelProps["color"]> = {
  DRAFT: "grey",
  SCHEDULED: "cyan",
  ANNOUNCED: "blue",
  IN_FORCE: "green",
  SUPERSEDED: "grey",
  RETRACTED: "orange",
};

/** The state of a version, in words; the color only adds to them. */
export function StateLabel({ state }: { state: VersionState }) {
  const words = useMessages(commonWords);
  return (
    <Label isCompact color={STATE_COLORS[state]}>
      {words[`state${state}`]}
    </Label>
  );
}

const DECISION_COLORS: Record<UserStatus, LabelProps["color"]> = {
  ACCEPTED: "green",
  ACKNOWLEDGED: "green",
  DECLINED: "orange",
  WITHDRAWN: "orange",
  PENDING: "grey",
};

/** What a user has decided, in words; the color only adds to them. */
export function DecisionLabel({ decision }: { decision: UserStatus }) {
  const words = useMessages(commonWords);
  return (
    <Label isCompact color={DECISION_COLORS[decision]}>
      {words[`decision${decision}`]}
    </Label>
  );
}
