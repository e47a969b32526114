import { CoverageOfAgreement } from "../coverage";
import type { TabProps } from "./TabProps";

/** How far users have come with an agreement. */
export function CoverageTab({ agreement, navigation }: TabProps) {
  return <CoverageOfAgreement agreementKey={agreement.key} onUser={navigation.openUser} />;
}
