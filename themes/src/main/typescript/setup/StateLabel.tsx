import { Label, type LabelProps } from "@patternfly/react-core";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import MinusCircleIcon from "@patternfly/react-icons/dist/esm/icons/minus-circle-icon";
import WrenchIcon from "@patternfly/react-icons/dist/esm/icons/wrench-icon";
import type { ComponentType } from "react";
import type { SetupState } from "../api";
import { useMessages } from "../common";
import { setupWords } from "./words";

const LOOKS: Record<SetupState, { color: NonNullable<LabelProps["color"]>; icon: ComponentType }> = {
  OK: { color: "green", icon: CheckCircleIcon },
  TO_MEND: { color: "orange", icon: WrenchIcon },
  BY_HAND: { color: "orange", icon: ExclamationTriangleIcon },
  NOT_NEEDED: { color: "grey", icon: MinusCircleIcon },
};

/** How the realm meets a condition, in words; icon and color only add to them. */
export function StateLabel({ state }: { state: SetupState }) {
  const words = useMessages(setupWords);
  const { color, icon: Icon } = LOOKS[state];
  return (
    <Label isCompact color={color} icon={<Icon />}>
      {words[`state${state}`]}
    </Label>
  );
}
